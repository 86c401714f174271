package kz.legality.query.projection;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/**
 * The events after a position, up to the one that was newest when this was opened. A server gives events only some time
 * after they are asked for, so the end is told by position: that none is there yet says nothing.
 */
public final class EventsUntilNow implements Iterator<TrackedEventMessage<?>>, AutoCloseable {
    private static final int NEXT_WITHIN_SECONDS = 30;

    private final long newest;
    private final @Nullable BlockingStream<TrackedEventMessage<?>> stream;
    private long read;

    private EventsUntilNow(long seen, long newest, @Nullable BlockingStream<TrackedEventMessage<?>> stream) {
        this.read = seen;
        this.newest = newest;
        this.stream = stream;
    }

    /** @param seen -1 begins with the first event */
    public static EventsUntilNow after(long seen, StreamableMessageSource<TrackedEventMessage<?>> events) {
        TrackingToken head = events.createHeadToken();
        long newest = head == null ? -1 : head.position().orElse(-1);
        return newest <= seen
                ? new EventsUntilNow(seen, newest, null)
                : new EventsUntilNow(
                        seen,
                        newest,
                        events.openStream(seen < 0 ? events.createTailToken() : new GlobalSequenceTrackingToken(seen)));
    }

    @Override
    public boolean hasNext() {
        return read < newest;
    }

    /** @throws IllegalStateException when the event store does not give it within 30 s, or the thread is interrupted */
    @Override
    public TrackedEventMessage<?> next() {
        if (stream == null || !hasNext()) {
            throw new NoSuchElementException("there was no event after position " + read);
        }
        try {
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(NEXT_WITHIN_SECONDS);
            // Woken too early, the stream of Axon's embedded store says that there is none.
            while (!stream.hasNextAvailable(1, TimeUnit.SECONDS)) {
                if (System.nanoTime() - until > 0) {
                    throw new IllegalStateException("the event store does not give what follows position " + read);
                }
            }
            TrackedEventMessage<?> next = stream.nextAvailable();
            read = next.trackingToken().position().orElse(newest);
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading events", e);
        }
    }

    /** Where the last one given stands; what was seen before, while none was. */
    public long position() {
        return read;
    }

    @Override
    public void close() {
        if (stream != null) {
            stream.close();
        }
    }
}
