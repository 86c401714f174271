package kz.legality.command.intake;

import java.time.Instant;
import java.util.List;
import kz.legality.device.Deciding;
import kz.legality.device.Device;
import kz.legality.device.DeviceCommand.RecordFact;
import kz.legality.device.DeviceEvent;
import kz.legality.device.Listing;
import kz.legality.event.LedgerEvent;
import kz.legality.policy.Policies;
import kz.legality.policy.Policy;

/** The stream of one IMEI. Most are met once in a batch, so what was decided is folded only when another fact follows. */
final class DeviceFacts implements FactStream {
    private final Policies policies;
    private Device device;
    private List<DeviceEvent> decided = List.of();

    DeviceFacts(Device device, Policies policies) {
        this.device = device;
        this.policies = policies;
    }

    @Override
    public long nextSequence() {
        return device.nextSequence() + decided.size();
    }

    @Override
    public List<? extends LedgerEvent> record(LedgerEvent fact, Instant receivedAt) {
        fold();
        DeviceEvent.Fact said = (DeviceEvent.Fact) fact;
        Policy policy = policies.book().inForceAt(fact.occurredAt());
        decided = (Listing.isOfAList(said)
                        ? Listing.on(said, device, policy)
                        : Deciding.on(new RecordFact(said, receivedAt), device, policy))
                .events();
        return decided;
    }

    /** As it stands after everything that was decided. */
    Device device() {
        fold();
        return device;
    }

    void apply(DeviceEvent event) {
        fold();
        device = device.after(event);
    }

    private void fold() {
        for (DeviceEvent event : decided) {
            device = device.after(event);
        }
        decided = List.of();
    }
}
