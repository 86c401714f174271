package kz.legality.query.device;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
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
     * Names the stream of each event after {@code seen} until what is now the newest one, as often as it has events; no event
     * is deserialised.
     *
     * @param seen -1 begins with the first event
     * @throws IllegalStateException when the event store does not give the next one within 30 s
     */
    public void each(long seen, Consumer<String> stream) {
        try (EventsUntilNow later = EventsUntilNow.after(seen, events)) {
            while (later.hasNext()) {
                if (later.next() instanceof DomainEventMessage<?> event) {
                    stream.accept(event.getAggregateIdentifier());
                }
            }
        }
    }

    /** The streams of devices among them, each once, in the order in which they first come. */
    public Set<String> devices(long seen) {
        Set<String> touched = new LinkedHashSet<>();
        each(seen, stream -> {
            if (DeviceStreams.isOne(stream)) {
                touched.add(stream);
            }
        });
        return touched;
    }
}
