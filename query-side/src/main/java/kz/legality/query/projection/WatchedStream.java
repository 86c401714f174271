package kz.legality.query.projection;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;

/** Tells the processor, who looks here for work, when a batch it has handed over has failed; ends when all are written. */
final class WatchedStream implements BlockingStream<TrackedEventMessage<?>> {
    private final BlockingStream<TrackedEventMessage<?>> events;
    private final Projector projector;

    WatchedStream(BlockingStream<TrackedEventMessage<?>> events, Projector projector) {
        this.events = events;
        this.projector = projector;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return events.peek();
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        projector.complain();
        return events.hasNextAvailable(timeout, unit);
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        return events.nextAvailable();
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        return events.setOnAvailableCallback(callback);
    }

    /** The claim is given up after this: a batch still on its way would be refused. */
    @Override
    public void close() {
        projector.await();
        events.close();
    }
}
