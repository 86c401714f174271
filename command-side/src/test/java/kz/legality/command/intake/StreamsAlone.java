package kz.legality.command.intake;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;

/** An engine that is asked for single streams only, as the intake asks: it has no snapshots and no order over all. */
abstract class StreamsAlone implements EventStorageEngine {
    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String stream) {
        return Optional.empty();
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        throw new UnsupportedOperationException();
    }

    @Override
    public TrackingToken createTailToken() {
        throw new UnsupportedOperationException();
    }

    @Override
    public TrackingToken createHeadToken() {
        throw new UnsupportedOperationException();
    }

    @Override
    public TrackingToken createTokenAt(Instant moment) {
        throw new UnsupportedOperationException();
    }
}
