package kz.legality.evidence.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/**
 * What stands in the log for one event: commitments, and nothing that could be guessed back into an IMEI or a person.
 * Integers are big-endian.
 *
 * <pre>
 *  offset size
 *       0    4  "LLE1"
 *       4    8  position in the ledger, which is the index of the leaf
 *      12   32  stream key: HMAC-SHA256(index key, stream), a device's stream being its IMEI's 14 digits
 *      44    8  how many entries of this stream stand before this one
 *      52   32  leaf hash of the one before it, zeros where there is none
 *      84   12  recorded at: seconds since 1970-01-01T00:00Z (8), nanoseconds (4)
 *      96   32  event hash: SHA-256(salt ‖ canonical event), personal fields standing in it as their commitments
 *     128   32  stored hash: SHA-256(salt ‖ event as stored, sealed fields included)
 *     160       type and revision of the event, each one byte of length and UTF-8
 * </pre>
 */
public record LogEntry(
        long position,
        byte[] streamKey,
        long sequence,
        byte[] previous,
        Instant recordedAt,
        byte[] eventHash,
        byte[] storedHash,
        String type,
        String revision) {
    /** C2SP tlog-tiles gives an entry's length two bytes. */
    public static final int ENTRY_BYTES_MAX = 65_535;
    /** What the first entry of a stream names as the one before it. */
    public static final byte[] NOTHING_BEFORE = new byte[Hashing.HASH_BYTES];

    private static final int MAGIC = 0x4C4C4531;
    private static final int FIXED_BYTES = 160;
    private static final int TEXT_BYTES_MAX = 255;

    public byte[] bytes() {
        byte[] typeText = text(type);
        byte[] revisionText = text(revision);
        return ByteBuffer.allocate(FIXED_BYTES + 2 + typeText.length + revisionText.length)
                .putInt(MAGIC)
                .putLong(position)
                .put(streamKey)
                .putLong(sequence)
                .put(previous)
                .putLong(recordedAt.getEpochSecond())
                .putInt(recordedAt.getNano())
                .put(eventHash)
                .put(storedHash)
                .put((byte) typeText.length)
                .put(typeText)
                .put((byte) revisionText.length)
                .put(revisionText)
                .array();
    }

    /** @throws IllegalArgumentException where the bytes are no entry, or another spelling of it */
    public static LogEntry parse(byte[] bytes) {
        if (bytes.length < FIXED_BYTES + 2 || ByteBuffer.wrap(bytes).getInt() != MAGIC) {
            throw new IllegalArgumentException("these bytes are no entry of this log");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes, Integer.BYTES, bytes.length - Integer.BYTES);
        try {
            LogEntry entry = new LogEntry(
                    in.getLong(),
                    hash(in),
                    in.getLong(),
                    hash(in),
                    Instant.ofEpochSecond(in.getLong(), in.getInt()),
                    hash(in),
                    hash(in),
                    text(in),
                    text(in));
            if (!Arrays.equals(entry.bytes(), bytes)) {
                throw new IllegalArgumentException("these bytes are another spelling of an entry");
            }
            return entry;
        } catch (java.nio.BufferUnderflowException | java.time.DateTimeException cut) {
            throw new IllegalArgumentException("these bytes are no entry of this log", cut);
        }
    }

    private static byte[] hash(ByteBuffer in) {
        byte[] hash = new byte[Hashing.HASH_BYTES];
        in.get(hash);
        return hash;
    }

    private static byte[] text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > TEXT_BYTES_MAX) {
            throw new IllegalArgumentException("the name of an event has at most " + TEXT_BYTES_MAX + " bytes");
        }
        return bytes;
    }

    private static String text(ByteBuffer in) {
        byte[] bytes = new byte[Byte.toUnsignedInt(in.get())];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
