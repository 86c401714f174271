package kz.legality.query.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import kz.legality.event.LedgerEvent;
import kz.legality.query.device.EventSource;
import kz.legality.query.json.Json;
import kz.legality.query.projection.EventsUntilNow;
import kz.legality.query.projection.Recorded;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.Serializer;

/** Reads single events from the record itself, so that what a finding cites can be opened. */
public final class EventQueries {
    private final StreamableMessageSource<TrackedEventMessage<?>> events;
    private final Serializer serializer;

    /** @param serializer the one the events were stored with */
    public EventQueries(StreamableMessageSource<TrackedEventMessage<?>> events, Serializer serializer) {
        this.events = events;
        this.serializer = serializer;
    }

    /**
     * Empty where the record is not that long, or begins later.
     *
     * @throws IllegalStateException when the event store does not give it within 30 s
     */
    public Optional<EventAt> at(long position) {
        if (position < 0) {
            return Optional.empty();
        }
        try (EventsUntilNow later = EventsUntilNow.after(position - 1, events)) {
            return later.hasNext()
                            && later.next() instanceof DomainEventMessage<?> inStream
                            && later.position() == position
                    ? Optional.of(of(new Recorded(position, inStream, serializer)))
                    : Optional.empty();
        }
    }

    private static EventAt of(Recorded recorded) {
        LedgerEvent event = recorded.event();
        JsonNode data = Json.tree(recorded.stored().getData());
        return new EventAt(
                recorded.position(),
                recorded.stream(),
                recorded.sequence(),
                recorded.type(),
                event.occurredAt(),
                recorded.recordedAt(),
                EventSource.of(event.source().text()),
                data);
    }
}
