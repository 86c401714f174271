package kz.legality.query.projection;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;

/** Which streams have events after a position: what must be looked at again by whoever knew everything until then. */
public final class StreamsSince {
    private final StreamableMessageSource<TrackedEventMessage<?>> events;

    public StreamsSince(StreamableMessageSource<TrackedEventMessage<?>> events) {
        this.events = events;
    }

    /**
     * Names the stream of each event after {@code seen} until there is no newer one, as often as it has events; no event
     * is deserialised.
     *
     * @param seen -1 begins with the first event
     */
    public void each(long seen, Consumer<String> stream) {
        try (BlockingStream<TrackedEventMessage<?>> stretch =
                events.openStream(seen < 0 ? events.createTailToken() : new GlobalSequenceTrackingToken(seen))) {
            while (stretch.hasNextAvailable(0, TimeUnit.MILLISECONDS)) {
                if (stretch.nextAvailable() instanceof DomainEventMessage<?> event) {
                    stream.accept(event.getAggregateIdentifier());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading events", e);
        }
    }
}
