package kz.legality.query.projection;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/**
 * Opens the stream where the view that is furthest behind left off, whatever the processor's token says: a view's
 * position is written with the view and cannot be wrong, the token only carries the claim.
 */
final class ResumingSource implements StreamableMessageSource<TrackedEventMessage<?>> {
    private final StreamableMessageSource<TrackedEventMessage<?>> events;
    private final Projector projector;

    ResumingSource(StreamableMessageSource<TrackedEventMessage<?>> events, Projector projector) {
        this.events = events;
        this.projector = projector;
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        OptionalLong seen = projector.begin();
        return new WatchedStream(
                events.openStream(
                        seen.isPresent()
                                ? new GlobalSequenceTrackingToken(seen.getAsLong())
                                : events.createTailToken()),
                projector);
    }

    @Override
    public @Nullable TrackingToken createTailToken() {
        return events.createTailToken();
    }

    @Override
    public @Nullable TrackingToken createHeadToken() {
        return events.createHeadToken();
    }

    @Override
    public @Nullable TrackingToken createTokenAt(Instant dateTime) {
        return events.createTokenAt(dateTime);
    }

    @Override
    public @Nullable TrackingToken createTokenSince(Duration duration) {
        return events.createTokenSince(duration);
    }
}
