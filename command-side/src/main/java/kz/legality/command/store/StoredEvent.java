package kz.legality.command.store;

import java.time.Instant;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;

/** An event as it was read from the store, its checksum verified, its payload not yet deserialised. */
public sealed class StoredEvent implements TrackedEventData<byte[]> permits StoredDomainEvent {
    private final long position;
    private final byte[] envelope;
    private final String eventId;
    private final Instant timestamp;
    private final String payloadType;
    private final @Nullable String payloadRevision;
    private final byte[] payload;
    private final byte[] metadata;

    StoredEvent(
            long position,
            byte[] envelope,
            String eventId,
            Instant timestamp,
            String payloadType,
            @Nullable String payloadRevision,
            byte[] payload,
            byte[] metadata) {
        this.position = position;
        this.envelope = envelope;
        this.eventId = eventId;
        this.timestamp = timestamp;
        this.payloadType = payloadType;
        this.payloadRevision = payloadRevision;
        this.payload = payload;
        this.metadata = metadata;
    }

    /** The global position, counted from 0 without gaps; -1 for a snapshot. */
    public final long position() {
        return position;
    }

    /** The bytes as stored, in the form {@link EventEnvelope} describes. Not a copy: do not change them. */
    public final byte[] envelope() {
        return envelope;
    }

    public final String payloadType() {
        return payloadType;
    }

    public final @Nullable String payloadRevision() {
        return payloadRevision;
    }

    @Override
    public final TrackingToken trackingToken() {
        return new GlobalSequenceTrackingToken(position);
    }

    @Override
    public final String getEventIdentifier() {
        return eventId;
    }

    @Override
    public final Instant getTimestamp() {
        return timestamp;
    }

    @Override
    public final SerializedObject<byte[]> getMetaData() {
        return new SerializedMetaData<>(metadata, byte[].class);
    }

    @Override
    public final SerializedObject<byte[]> getPayload() {
        return new SimpleSerializedObject<>(payload, byte[].class, payloadType, payloadRevision);
    }
}
