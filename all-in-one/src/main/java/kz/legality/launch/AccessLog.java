package kz.legality.launch;

import java.util.List;
import kz.legality.access.AccessEvent;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/** Appends who looked at what; durable when it returns. */
public final class AccessLog {
    private static final String TYPE = "AccessLog";
    private static final int ATTEMPTS_MAX = 10;

    private final EventStore events;

    public AccessLog(EventStore events) {
        this.events = events;
    }

    /** Two readers of one device at once race for the next place in its log; the loser takes the one after. */
    public void append(AccessEvent event) {
        RuntimeException lost = new ConcurrencyException("the access log of a device is overrun");
        for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
            long next = events.lastSequenceNumberFor(event.stream()).orElse(-1L) + 1;
            try {
                events.publish(List.of(new GenericDomainEventMessage<>(TYPE, event.stream(), next, event)));
                return;
            } catch (ConcurrencyException | AggregateStreamCreationException e) {
                lost = e;
            }
        }
        throw lost;
    }
}
