package kz.legality.command.device;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import kz.legality.device.Deciding;
import kz.legality.device.Device;
import kz.legality.device.DeviceCommand.EndGreyTerm;
import kz.legality.device.DeviceEvent;
import kz.legality.identifier.Imei;
import kz.legality.policy.Policies;
import org.axonframework.common.IdentifierFactory;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * Ends the grey terms of many devices in one append, each decided as a command would decide it. Whatever a crash leaves,
 * a device that was blocked is decided not to be blocked again.
 */
public final class EndingGreyTerms {
    /** Others append to the same streams meanwhile; whoever lost the race decides again. */
    private static final int ATTEMPTS_MAX = 20;

    private static final int PAUSE_MILLIS_MAX = 20;

    private final EventStore store;
    private final StoredRecords records;
    private final Policies policies;
    private final Clock clock;

    public EndingGreyTerms(EventStore store, Policies policies, Clock clock) {
        this.store = store;
        this.records = new StoredRecords(store);
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * Blocks those whose term ended at or before {@code until} and whose legality is still unproven.
     *
     * @param imeis each once
     * @return how many were blocked by this
     */
    public int end(List<Imei> imeis, Instant until) {
        RuntimeException lost = new ConcurrencyException("the devices of a sweep are overrun");
        for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
            List<DomainEventMessage<?>> ended = decide(imeis, until);
            try {
                if (!ended.isEmpty()) {
                    store.publish(ended);
                }
                return ended.size();
            } catch (ConcurrencyException | AggregateStreamCreationException e) {
                lost = e;
                pause();
            }
        }
        throw lost;
    }

    private List<DomainEventMessage<?>> decide(List<Imei> imeis, Instant until) {
        Instant recordedAt = clock.instant();
        List<DomainEventMessage<?>> ended = new ArrayList<>(imeis.size());
        for (Imei imei : imeis) {
            EndGreyTerm command = new EndGreyTerm(imei, until);
            Device device = records.device(imei);
            long sequence = device.nextSequence();
            for (DeviceEvent event : Deciding.on(
                            command, device, policies.book().inForceAt(command.at()))
                    .events()) {
                ended.add(new GenericDomainEventMessage<>(
                        DeviceAggregate.TYPE,
                        event.stream(),
                        sequence++,
                        event,
                        MetaData.emptyInstance(),
                        IdentifierFactory.getInstance().generateIdentifier(),
                        recordedAt));
            }
        }
        return ended;
    }

    private static void pause() {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(PAUSE_MILLIS_MAX));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the sweep was told to stop", e);
        }
    }
}
