package kz.legality.command.intake;

import java.util.List;
import java.util.Map;
import kz.legality.allowance.AllowanceEvent;
import kz.legality.allowance.Allowing;
import kz.legality.allowance.PersonAllowance;
import kz.legality.device.Device;
import kz.legality.device.DeviceEvent;
import kz.legality.device.DeviceEvent.DeviceDeclared;
import kz.legality.event.LedgerEvent;
import kz.legality.identifier.Imei;
import kz.legality.policy.Policies;
import kz.legality.secrecy.Pseudonym;

/**
 * Personal declarations of a batch: each is decided with its person's allowance, and what it changes for his other
 * devices goes into the same append.
 */
final class DeclaredDevices implements Allowing.Records {
    private final Map<String, FactStream> facts;
    private final Streams streams;
    private final Policies policies;
    private final Append append;

    /** @param facts the streams of the batch, as far as it is decided; grows by those that are met here */
    DeclaredDevices(Map<String, FactStream> facts, Streams streams, Policies policies, Append append) {
        this.facts = facts;
        this.streams = streams;
        this.policies = policies;
        this.append = append;
    }

    /** Appends what the declaration leads to, and answers how many events that was. */
    int record(DeviceDeclared declared) {
        List<LedgerEvent> events = Allowing.declared(declared, append.recordedAt(), this, policies.book());
        for (LedgerEvent event : events) {
            switch (event) {
                case DeviceEvent it -> {
                    DeviceFacts stream = facts(it.imei());
                    append.add(it, stream.nextSequence());
                    stream.apply(it);
                }
                case AllowanceEvent it -> {
                    AllowanceFacts stream = facts(it.person());
                    append.add(it, stream.nextSequence());
                    stream.apply(it);
                }
                default -> throw new IllegalStateException("a declaration leads to no " + event.getClass());
            }
        }
        return events.size();
    }

    @Override
    public Device device(Imei imei) {
        return facts(imei).device();
    }

    @Override
    public PersonAllowance allowance(Pseudonym person) {
        return facts(person).allowance();
    }

    private DeviceFacts facts(Imei imei) {
        return (DeviceFacts) facts.computeIfAbsent(imei.key(), unread -> streams.device(imei, policies));
    }

    private AllowanceFacts facts(Pseudonym person) {
        return (AllowanceFacts)
                facts.computeIfAbsent(AllowanceEvent.streamOf(person), unread -> streams.allowance(person));
    }
}
