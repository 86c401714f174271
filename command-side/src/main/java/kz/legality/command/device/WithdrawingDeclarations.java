package kz.legality.command.device;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.legality.allowance.AllowanceEvent;
import kz.legality.allowance.Allowing;
import kz.legality.allowance.PersonAllowance;
import kz.legality.device.Decision.Accepted;
import kz.legality.device.Device;
import kz.legality.device.DeviceCommand.WithdrawFact;
import kz.legality.device.DeviceEvent;
import kz.legality.event.LedgerEvent;
import kz.legality.policy.Policies;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * Withdraws a personal declaration from every record it counts in: its device's, its person's allowance, and those of
 * his other devices that are within it now. One append, so that no crash leaves a person judged by a paper that is gone.
 */
final class WithdrawingDeclarations {
    /** What its streams are called in the store, beside the pseudonym that names each. */
    private static final String ALLOWANCE = "PersonAllowance";

    private final EventStore store;
    private final StoredRecords records;
    private final Policies policies;

    WithdrawingDeclarations(EventStore store, Policies policies) {
        this.store = store;
        this.records = new StoredRecords(store);
        this.policies = policies;
    }

    /** Empty where the fact is no personal declaration: then it is its device's own affair. */
    Optional<Accepted> withdraw(WithdrawFact command, Map<String, ?> metadata) {
        return Allowing.withdrawn(command, records, policies.book()).map(events -> {
            store.publish(messages(events, metadata));
            return new Accepted(events.stream()
                    .filter(event -> event.stream().equals(command.imei().key()))
                    .map(DeviceEvent.class::cast)
                    .toList());
        });
    }

    private List<DomainEventMessage<?>> messages(List<LedgerEvent> events, Map<String, ?> metadata) {
        Map<String, Long> sequences = new HashMap<>();
        List<DomainEventMessage<?>> messages = new ArrayList<>();
        for (LedgerEvent event : events) {
            long sequence = sequences.computeIfAbsent(event.stream(), unread -> nextSequence(event));
            sequences.put(event.stream(), sequence + 1);
            messages.add(new GenericDomainEventMessage<>(
                    event instanceof DeviceEvent ? DeviceAggregate.TYPE : ALLOWANCE,
                    event.stream(),
                    sequence,
                    event,
                    metadata));
        }
        return messages;
    }

    private long nextSequence(LedgerEvent first) {
        return switch (first) {
            case DeviceEvent it -> {
                Device device = records.device(it.imei());
                yield device.nextSequence();
            }
            case AllowanceEvent it -> {
                PersonAllowance allowance = records.allowance(it.person());
                yield allowance.nextSequence();
            }
            default -> throw new IllegalStateException("a withdrawal leads to no " + first.getClass());
        };
    }
}
