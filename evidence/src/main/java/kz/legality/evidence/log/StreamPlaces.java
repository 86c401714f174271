package kz.legality.evidence.log;

import java.nio.ByteBuffer;

/**
 * Where each stream's last entry stands and how many it has: about 64 bytes a stream, since a check meets all of them. Streams
 * are told apart by the first 128 bits of their keys, which are uniformly spread.
 */
final class StreamPlaces {
    private static final int WORDS = 4;
    private static final int CAPACITY_MIN = 1 << 12;

    private long[] table = new long[CAPACITY_MIN * WORDS];
    private long size;

    long size() {
        return size;
    }

    /** -1 where the stream was not met yet. */
    long last(byte[] key) {
        int slot = slot(table, key);
        return table[slot + 3] == 0 ? -1 : table[slot + 2];
    }

    long count(byte[] key) {
        return table[slot(table, key) + 3];
    }

    void note(byte[] key, long position) {
        if (size * WORDS * 2 > table.length) {
            grow();
        }
        int slot = slot(table, key);
        if (table[slot + 3] == 0) {
            size++;
            table[slot] = ByteBuffer.wrap(key).getLong();
            table[slot + 1] = ByteBuffer.wrap(key).getLong(Long.BYTES);
        }
        table[slot + 2] = position;
        table[slot + 3]++;
    }

    private void grow() {
        long[] wider = new long[table.length * 2];
        for (int at = 0; at < table.length; at += WORDS) {
            if (table[at + 3] != 0) {
                byte[] key = ByteBuffer.allocate(2 * Long.BYTES)
                        .putLong(table[at])
                        .putLong(table[at + 1])
                        .array();
                System.arraycopy(table, at, wider, slot(wider, key), WORDS);
            }
        }
        table = wider;
    }

    private static int slot(long[] table, byte[] key) {
        long high = ByteBuffer.wrap(key).getLong();
        long low = ByteBuffer.wrap(key).getLong(Long.BYTES);
        int slots = table.length / WORDS;
        int slot = (int) (high & (slots - 1));
        while (table[slot * WORDS + 3] != 0 && (table[slot * WORDS] != high || table[slot * WORDS + 1] != low)) {
            slot = slot + 1 & (slots - 1);
        }
        return slot * WORDS;
    }
}
