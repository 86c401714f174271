package kz.legality.command.store;

import java.time.Instant;
import org.axonframework.eventhandling.DomainEventData;
import org.jspecify.annotations.Nullable;

/** A stored event that belongs to a stream. */
public final class StoredDomainEvent extends StoredEvent implements DomainEventData<byte[]> {
    private final @Nullable String type;
    private final String streamId;
    private final long sequence;

    StoredDomainEvent(
            long position,
            byte[] envelope,
            String eventId,
            Instant timestamp,
            String payloadType,
            @Nullable String payloadRevision,
            byte[] payload,
            byte[] metadata,
            @Nullable String type,
            String streamId,
            long sequence) {
        super(position, envelope, eventId, timestamp, payloadType, payloadRevision, payload, metadata);
        this.type = type;
        this.streamId = streamId;
        this.sequence = sequence;
    }

    @Override
    public @Nullable String getType() {
        return type;
    }

    @Override
    public String getAggregateIdentifier() {
        return streamId;
    }

    /** The place in its stream, counted from 0 without gaps. */
    @Override
    public long getSequenceNumber() {
        return sequence;
    }
}
