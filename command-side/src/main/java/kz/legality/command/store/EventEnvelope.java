package kz.legality.command.store;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.zip.CRC32C;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * The stored form of an event, version 1. Integers are big-endian; a text is a varint of its UTF-8 bytes and then those; bytes are
 * a varint and then those.
 *
 * <pre>
 *  offset size
 *       0    4  CRC32C of everything from offset 4 on, XOR a mix of the global position (see {@link #seal})
 *       4    1  version, 1
 *       5    1  flags: 1 belongs to a stream, 2 has an aggregate type, 4 has a payload revision
 *       6    8  sequence in its stream (0 where it has none)
 *      14    8  timestamp, seconds since 1970-01-01T00:00Z
 *      22    4  timestamp, nanoseconds of the second
 *      26       text event id, text payload type, [text payload revision], [text stream id], [text aggregate type],
 *               bytes payload, bytes metadata
 * </pre>
 *
 * <p>The position stands in the checksum and not in the bytes, because it is known only at commit: an envelope that turns up at
 * another position than its own is found out.
 */
public final class EventEnvelope {
    static final byte VERSION = 1;
    /** The position under which a snapshot is sealed: it stands nowhere in the global order. */
    public static final long NO_POSITION = -1;

    private static final int CRC_BYTES = 4;
    private static final int FLAGS_OFFSET = 5;
    private static final int SEQUENCE_OFFSET = 6;
    private static final int SECONDS_OFFSET = 14;
    private static final int NANOS_OFFSET = 22;
    private static final int HEADER_BYTES = 26;
    private static final int IN_A_STREAM = 1;
    private static final int HAS_TYPE = 2;
    private static final int HAS_REVISION = 4;
    private static final long POSITION_MIX = 0x9E3779B97F4A7C15L;

    private EventEnvelope() {}

    /** Writes the event down for no position yet; {@link #seal} gives it one. */
    public static byte[] of(EventMessage<?> event, Serializer serializer) {
        SerializedObject<byte[]> payload = event.serializePayload(serializer, byte[].class);
        SerializedObject<byte[]> metadata = event.serializeMetaData(serializer, byte[].class);
        DomainEventMessage<?> inStream = event instanceof DomainEventMessage<?> domain ? domain : null;
        String type = inStream == null ? null : inStream.getType();
        String revision = payload.getType().getRevision();
        EnvelopeWriter out =
                new EnvelopeWriter(HEADER_BYTES + 160 + payload.getData().length + metadata.getData().length);
        out.skip(CRC_BYTES);
        out.octet(VERSION);
        out.octet((inStream == null ? 0 : IN_A_STREAM)
                | (type == null ? 0 : HAS_TYPE)
                | (revision == null ? 0 : HAS_REVISION));
        out.int64(inStream == null ? 0 : inStream.getSequenceNumber());
        out.int64(event.getTimestamp().getEpochSecond());
        out.int32(event.getTimestamp().getNano());
        out.text(event.getIdentifier());
        out.text(payload.getType().getName());
        if (revision != null) {
            out.text(revision);
        }
        if (inStream != null) {
            out.text(inStream.getAggregateIdentifier());
        }
        if (type != null) {
            out.text(type);
        }
        out.bytes(payload.getData());
        out.bytes(metadata.getData());
        byte[] envelope = out.toBytes();
        ByteBuffer.wrap(envelope).putInt(0, checksum(envelope));
        return envelope;
    }

    /** Binds a fresh envelope to its position, in place and once. */
    public static void seal(byte[] envelope, long position) {
        ByteBuffer buffer = ByteBuffer.wrap(envelope);
        buffer.putInt(0, buffer.getInt(0) ^ mix(position));
    }

    /**
     * Reads an envelope back, checking it first.
     *
     * @throws CorruptEventException when a byte differs from what was written at that position
     */
    public static StoredEvent read(byte[] envelope, long position, @Nullable String expectedStreamId, Path directory) {
        if (envelope.length < HEADER_BYTES) {
            throw new CorruptEventException(
                    directory, position, expectedStreamId, "is cut off at " + envelope.length + " bytes");
        }
        ByteBuffer header = ByteBuffer.wrap(envelope);
        if (header.getInt(0) != (checksum(envelope) ^ mix(position))) {
            throw new CorruptEventException(directory, position, expectedStreamId, "does not match its checksum");
        }
        if (envelope[CRC_BYTES] != VERSION) {
            throw new CorruptEventException(
                    directory, position, expectedStreamId, "has the unknown format version " + envelope[CRC_BYTES]);
        }
        int flags = envelope[FLAGS_OFFSET];
        long sequence = header.getLong(SEQUENCE_OFFSET);
        Instant timestamp = Instant.ofEpochSecond(header.getLong(SECONDS_OFFSET), header.getInt(NANOS_OFFSET));
        EnvelopeReader in = new EnvelopeReader(envelope, HEADER_BYTES);
        String eventId = in.text();
        String payloadType = in.text();
        String revision = (flags & HAS_REVISION) == 0 ? null : in.text();
        if ((flags & IN_A_STREAM) == 0) {
            return new StoredEvent(
                    position, envelope, eventId, timestamp, payloadType, revision, in.bytes(), in.bytes());
        }
        String streamId = in.text();
        String type = (flags & HAS_TYPE) == 0 ? null : in.text();
        return new StoredDomainEvent(
                position,
                envelope,
                eventId,
                timestamp,
                payloadType,
                revision,
                in.bytes(),
                in.bytes(),
                type,
                streamId,
                sequence);
    }

    private static int checksum(byte[] envelope) {
        CRC32C crc = new CRC32C();
        crc.update(envelope, CRC_BYTES, envelope.length - CRC_BYTES);
        return (int) crc.getValue();
    }

    /** Zero for no position, so that a snapshot needs no sealing; the product's upper half differs between near positions. */
    private static int mix(long position) {
        return (int) (((position + 1) * POSITION_MIX) >>> 32);
    }
}
