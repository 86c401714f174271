package kz.legality.query.device;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;

/** Which streams have events after a position: what must be looked at again by whoever knew everything until then. */
public final class StreamsSince {
    /** A server that is far away gives events only some time after they are asked for. */
    private static final int NEXT_WITHIN_SECONDS = 30;

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
        TrackingToken head = events.createHeadToken();
        long newest = head == null ? -1 : head.position().orElse(-1);
        if (newest <= seen) {
            return;
        }
        try (BlockingStream<TrackedEventMessage<?>> stretch =
                events.openStream(seen < 0 ? events.createTailToken() : new GlobalSequenceTrackingToken(seen))) {
            long read = seen;
            while (read < newest) {
                if (!stretch.hasNextAvailable(NEXT_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("the event store does not give what follows position " + read);
                }
                TrackedEventMessage<?> next = stretch.nextAvailable();
                read = next.trackingToken().position().orElse(newest);
                if (next instanceof DomainEventMessage<?> event) {
                    stream.accept(event.getAggregateIdentifier());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading events", e);
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
