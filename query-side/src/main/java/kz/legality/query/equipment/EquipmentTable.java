package kz.legality.query.equipment;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.LongConsumer;

/**
 * A set of longs, each found by its upper 47 bits: an IMEI's 14 digits; the lower 17 bits are what is said of it.
 *
 * <p><b>Why so.</b> A hash map of objects takes some 80 bytes an IMEI, this takes 8 for each place and keeps 7 places of
 * 10 in use, so that 60 million IMEIs fit into 700 MiB. It is cut into {@value #SEGMENTS} segments of open addressing; a
 * full segment is copied into one a quarter larger and put in its place, so growing needs room for one segment and never
 * for the whole, and whoever reads meanwhile reads the old one, which stays true but for what is being written.
 *
 * <p>One writer, who holds the lock of this object; any number of readers, without a lock. A place is written once with
 * one store, so a reader sees an entry before or after a change and nothing between. Nothing is ever removed.
 */
final class EquipmentTable {
    static final int SAID_BITS = 17;

    private static final long SAID_MASK = (1L << SAID_BITS) - 1;
    private static final int SEGMENT_BITS = 10;
    private static final int SEGMENTS = 1 << SEGMENT_BITS;
    private static final int PLACES_MIN = 16;
    private static final double GROWTH = 1.25;
    /** Above it a search passes over too many neighbours. */
    private static final double FULL = 0.85;

    private static final VarHandle PLACE = MethodHandles.arrayElementVarHandle(long[].class);

    private final AtomicReferenceArray<long[]> segments = new AtomicReferenceArray<>(SEGMENTS);
    private final int[] used = new int[SEGMENTS];
    private final AtomicLong size = new AtomicLong();

    /** @param expected how many entries will come; it grows beyond them, but need not on the way */
    EquipmentTable(long expected) {
        int places = Math.max(PLACES_MIN, (int) (expected / FULL / SEGMENTS * 1.02));
        for (int i = 0; i < SEGMENTS; i++) {
            segments.setPlain(i, new long[places]);
        }
    }

    /** What is said of the key; 0 where nothing is. */
    long find(long key) {
        long hash = hash(key);
        long[] places = segments.getAcquire(segmentOf(hash));
        int place = placeOf(hash, places.length);
        while (true) {
            long entry = (long) PLACE.getAcquire(places, place);
            if (entry == 0 || entry >>> SAID_BITS == key) {
                return entry & SAID_MASK;
            }
            place = place + 1 == places.length ? 0 : place + 1;
        }
    }

    /** @param said 1 to 2^17-1 */
    synchronized void put(long key, long said) {
        long hash = hash(key);
        int segment = segmentOf(hash);
        long[] places = segments.getPlain(segment);
        int place = search(places, key, hash);
        if (places[place] == 0) {
            if (used[segment] + 1 > places.length * FULL) {
                places = grown(places);
                place = search(places, key, hash);
                PLACE.setRelease(places, place, key << SAID_BITS | said);
                segments.setRelease(segment, places);
            } else {
                PLACE.setRelease(places, place, key << SAID_BITS | said);
            }
            used[segment]++;
            size.lazySet(size.getPlain() + 1);
        } else {
            PLACE.setRelease(places, place, key << SAID_BITS | said);
        }
    }

    long size() {
        return size.get();
    }

    /** Memory of the places, in bytes. */
    long bytes() {
        long places = 0;
        for (int i = 0; i < SEGMENTS; i++) {
            places += segments.getAcquire(i).length;
        }
        return places * Long.BYTES;
    }

    /** Every entry, in no order; what is written meanwhile may be seen or not. */
    void each(LongConsumer consumer) {
        for (int i = 0; i < SEGMENTS; i++) {
            long[] places = segments.getAcquire(i);
            for (int place = 0; place < places.length; place++) {
                long entry = (long) PLACE.getAcquire(places, place);
                if (entry != 0) {
                    consumer.accept(entry);
                }
            }
        }
    }

    static long keyOf(long entry) {
        return entry >>> SAID_BITS;
    }

    static long saidOf(long entry) {
        return entry & SAID_MASK;
    }

    private static long[] grown(long[] places) {
        long[] larger = new long[(int) (places.length * GROWTH) + 1];
        for (long entry : places) {
            if (entry != 0) {
                long key = entry >>> SAID_BITS;
                larger[search(larger, key, hash(key))] = entry;
            }
        }
        return larger;
    }

    /** The place of the key, or the free one where it belongs. */
    private static int search(long[] places, long key, long hash) {
        int place = placeOf(hash, places.length);
        while (places[place] != 0 && places[place] >>> SAID_BITS != key) {
            place = place + 1 == places.length ? 0 : place + 1;
        }
        return place;
    }

    /** IMEIs of one model differ in their last digits only: every bit must move every other (finaliser of MurmurHash3). */
    private static long hash(long key) {
        long hash = key * 0xff51afd7ed558ccdL;
        hash ^= hash >>> 33;
        hash *= 0xc4ceb9fe1a85ec53L;
        return hash ^ hash >>> 33;
    }

    private static int segmentOf(long hash) {
        return (int) (hash >>> (Long.SIZE - SEGMENT_BITS));
    }

    /** The next 32 bits as a fraction of the length: no power of two needed, no division. */
    private static int placeOf(long hash, int length) {
        return (int) (((hash >>> (Integer.SIZE - SEGMENT_BITS) & 0xffff_ffffL) * length) >>> Integer.SIZE);
    }

    @Override
    public String toString() {
        return size() + " entries in " + bytes() + " bytes "
                + Arrays.stream(used).summaryStatistics();
    }
}
