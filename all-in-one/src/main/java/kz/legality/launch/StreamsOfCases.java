package kz.legality.launch;

import java.util.ArrayList;
import java.util.List;
import kz.legality.event.LedgerEvent;
import kz.legality.finding.ItemEvent;
import kz.legality.query.finding.CaseStreams;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/** The event store's streams, for tracing. */
final class StreamsOfCases implements CaseStreams {
    private static final long UNKNOWN = -1;

    private final EventStore store;

    StreamsOfCases(EventStore store) {
        this.store = store;
    }

    @Override
    public List<Placed> read(String stream) {
        List<Placed> events = new ArrayList<>();
        DomainEventStream stored = store.readEvents(stream, 0);
        while (stored.hasNext()) {
            DomainEventMessage<?> message = stored.next();
            events.add(new Placed(positionOf(message), (LedgerEvent) message.getPayload()));
        }
        return events;
    }

    private static long positionOf(DomainEventMessage<?> message) {
        return message instanceof TrackedEventMessage<?> tracked && tracked.trackingToken() != null
                ? tracked.trackingToken().position().orElse(UNKNOWN)
                : UNKNOWN;
    }

    @Override
    public boolean append(List<Continuation> events) {
        try {
            store.publish(events.stream()
                    .map(it -> new GenericDomainEventMessage<>(
                            it.event() instanceof ItemEvent ? "ExportItem" : "Device",
                            it.event().stream(),
                            it.sequence(),
                            it.event()))
                    .toList());
            return true;
        } catch (ConcurrencyException | AggregateStreamCreationException overtaken) {
            return false;
        }
    }
}
