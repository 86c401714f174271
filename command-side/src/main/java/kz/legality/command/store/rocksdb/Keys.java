package kz.legality.command.store.rocksdb;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/**
 * The keys of the column families, each sorting as its meaning does.
 *
 * <pre>
 *  events     position (8)                                        -> envelope
 *  streams    stream id (UTF-8), 0x00, sequence (8)               -> position (8)
 *  times      running maximum: seconds (8), nanos (4), block start position (8) -> nothing
 *  snapshots  stream id (UTF-8)                                   -> envelope
 *  default    stream id (UTF-8), if it begins late                -> its first sequence (8)
 * </pre>
 *
 * Integers are big-endian. The zero byte ends a stream id unmistakably, because no other character has one in UTF-8 and an id
 * with U+0000 is refused.
 */
final class Keys {
    private static final int TIME_BYTES = Long.BYTES + Integer.BYTES;

    private Keys() {}

    static byte[] position(long position) {
        byte[] key = new byte[Long.BYTES];
        ByteBuffer.wrap(key).putLong(position);
        return key;
    }

    static long position(byte[] key) {
        return ByteBuffer.wrap(key).getLong();
    }

    static byte[] streamId(String id) {
        if (id.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("A stream id must not contain U+0000");
        }
        return id.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] stream(byte[] id, long sequence) {
        byte[] key = Arrays.copyOf(id, id.length + 1 + Long.BYTES);
        ByteBuffer.wrap(key).putLong(id.length + 1, sequence);
        return key;
    }

    static boolean isOfStream(byte[] key, byte[] id) {
        return key.length == id.length + 1 + Long.BYTES
                && key[id.length] == 0
                && Arrays.equals(key, 0, id.length, id, 0, id.length);
    }

    static byte[] streamIdOf(byte[] key) {
        return Arrays.copyOf(key, key.length - 1 - Long.BYTES);
    }

    static long sequenceOf(byte[] key) {
        return ByteBuffer.wrap(key).getLong(key.length - Long.BYTES);
    }

    /** The sign bit is flipped, so that instants before 1970 sort first. */
    static byte[] time(Instant maximum, long blockStart) {
        byte[] key = new byte[TIME_BYTES + Long.BYTES];
        ByteBuffer.wrap(key)
                .putLong(maximum.getEpochSecond() ^ Long.MIN_VALUE)
                .putInt(maximum.getNano())
                .putLong(blockStart);
        return key;
    }

    static Instant timeOf(byte[] key) {
        ByteBuffer buffer = ByteBuffer.wrap(key);
        return Instant.ofEpochSecond(buffer.getLong() ^ Long.MIN_VALUE, buffer.getInt());
    }

    static long blockStartOf(byte[] key) {
        return ByteBuffer.wrap(key).getLong(TIME_BYTES);
    }
}
