package kz.legality.query.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import kz.legality.event.LedgerEvent;
import kz.legality.query.device.EventSource;
import kz.legality.query.json.Json;
import kz.legality.query.projection.Recorded;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.Serializer;

/** Reads single events from the record itself, so that what a finding cites can be opened. */
public final class EventQueries {
    private static final int AVAILABLE_MILLIS = 1_000;

    private final StreamableMessageSource<TrackedEventMessage<?>> events;
    private final Serializer serializer;

    /** @param serializer the one the events were stored with */
    public EventQueries(StreamableMessageSource<TrackedEventMessage<?>> events, Serializer serializer) {
        this.events = events;
        this.serializer = serializer;
    }

    /** Empty where the record is not that long, or begins later. */
    public Optional<EventAt> at(long position) {
        if (position < 0 || position > head()) {
            return Optional.empty();
        }
        try (BlockingStream<TrackedEventMessage<?>> stream = events.openStream(
                position == 0 ? events.createTailToken() : new GlobalSequenceTrackingToken(position - 1))) {
            long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(AVAILABLE_MILLIS);
            // Woken too early, the stream of Axon's embedded store says that there is none.
            while (!stream.hasNextAvailable(AVAILABLE_MILLIS, TimeUnit.MILLISECONDS)) {
                if (System.nanoTime() - until > 0) {
                    return Optional.empty();
                }
            }
            TrackedEventMessage<?> message = stream.nextAvailable();
            boolean asked = message.trackingToken().position().orElse(-1) == position;
            return asked && message instanceof DomainEventMessage<?> inStream
                    ? Optional.of(of(new Recorded(position, inStream, serializer)))
                    : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading an event", e);
        }
    }

    private long head() {
        TrackingToken head = events.createHeadToken();
        return head == null ? -1 : head.position().orElse(-1);
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
