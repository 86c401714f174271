package kz.legality.query.device;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.ObjLongConsumer;
import kz.legality.query.projection.EventsUntilNow;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;

/** Which streams have events after a position: what must be looked at again by whoever knew everything until then. */
public final class StreamsSince {
    private final StreamableMessageSource<TrackedEventMessage<?>> events;

    public StreamsSince(StreamableMessageSource<TrackedEventMessage<?>> events) {
        this.events = events;
    }

    /**
     * Names the stream and the position of each event after {@code seen} until what is now the newest one; no event is deserialised.
     *
     * @param seen -1 begins with the first event
     * @throws IllegalStateException when the event store does not give the next one within 30 s
     */
    public void each(long seen, ObjLongConsumer<String> stream) {
        try (EventsUntilNow later = EventsUntilNow.after(seen, events)) {
            while (later.hasNext()) {
                if (later.next() instanceof DomainEventMessage<?> event) {
                    stream.accept(event.getAggregateIdentifier(), later.position());
                }
            }
        }
    }

    /** The streams of devices among them, each with the position of its last event; the one whose last is the earliest first. */
    public SequencedMap<String, Long> devices(long seen) {
        SequencedMap<String, Long> touched = new LinkedHashMap<>();
        each(seen, (stream, position) -> {
            if (DeviceStreams.isOne(stream)) {
                touched.putLast(stream, position);
            }
        });
        return touched;
    }
}
