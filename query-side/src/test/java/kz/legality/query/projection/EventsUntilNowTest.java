package kz.legality.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import kz.legality.example.Facts;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventsUntilNowTest {
    @Test
    void events_that_come_only_after_they_are_waited_for_are_read() {
        assertThat(positions(new LateSource(4), -1)).containsExactly(0L, 1L, 2L, 3L);
        assertThat(positions(new LateSource(4), 1)).containsExactly(2L, 3L);
    }

    @Test
    void the_event_that_was_newest_at_opening_is_the_last() {
        LateSource source = new LateSource(2);
        try (EventsUntilNow events = EventsUntilNow.after(-1, source)) {
            source.count = 5;
            events.next();
            events.next();
            assertThat(events.hasNext()).isFalse();
            assertThatThrownBy(events::next).isInstanceOf(NoSuchElementException.class);
        }
    }

    @Test
    void where_nothing_is_new_no_stream_is_opened() {
        LateSource source = new LateSource(2);
        assertThat(positions(source, 1)).isEmpty();
        assertThat(positions(new LateSource(0), -1)).isEmpty();
        assertThat(source.opened).isZero();
    }

    private static List<Long> positions(LateSource source, long seen) {
        List<Long> positions = new ArrayList<>();
        try (EventsUntilNow events = EventsUntilNow.after(seen, source)) {
            events.forEachRemaining(
                    it -> positions.add(it.trackingToken().position().orElseThrow()));
        }
        return positions;
    }

    /** Has nothing to give when it is just asked, as a server far away; and is woken too early now and then. */
    private static final class LateSource implements StreamableMessageSource<TrackedEventMessage<?>> {
        private int count;
        private int opened;

        LateSource(int count) {
            this.count = count;
        }

        @Override
        public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
            opened++;
            long seen = token == null ? -1 : token.position().orElseThrow();
            return new BlockingStream<>() {
                private long next = seen + 1;
                private boolean arrived;
                private int waited;

                @Override
                public Optional<TrackedEventMessage<?>> peek() {
                    return arrived ? Optional.of(at(next)) : Optional.empty();
                }

                @Override
                public boolean hasNextAvailable(int timeout, TimeUnit unit) {
                    arrived |= timeout > 0 && ++waited % 2 == 0;
                    return arrived && next < count;
                }

                @Override
                public TrackedEventMessage<?> nextAvailable() {
                    arrived = false;
                    return at(next++);
                }

                @Override
                public void close() {}
            };
        }

        private static TrackedEventMessage<?> at(long position) {
            return new GenericTrackedEventMessage<>(
                    new GlobalSequenceTrackingToken(position),
                    GenericEventMessage.asEventMessage(Facts.imported().fact()));
        }

        @Override
        public @Nullable TrackingToken createTailToken() {
            return null;
        }

        @Override
        public @Nullable TrackingToken createHeadToken() {
            return count == 0 ? null : new GlobalSequenceTrackingToken(count - 1L);
        }

        @Override
        public @Nullable TrackingToken createTokenAt(Instant dateTime) {
            throw new UnsupportedOperationException("nobody asks for a time here");
        }

        @Override
        public @Nullable TrackingToken createTokenSince(Duration duration) {
            throw new UnsupportedOperationException("nobody asks for a time here");
        }
    }
}
