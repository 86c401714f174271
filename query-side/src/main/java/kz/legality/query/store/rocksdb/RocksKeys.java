package kz.legality.query.store.rocksdb;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import kz.legality.query.store.IndexEntry;
import kz.legality.query.store.KeyText;
import kz.legality.query.store.Selection;

/**
 * How keys are laid out: the view's name, a separator, and then the document's key, the entry's place or the counter's
 * name. Everything of a view is one range, in each column family.
 */
final class RocksKeys {
    /** One place of an index: where it stands and whose it is. */
    record EntryPlace(IndexEntry entry, String key) {}

    private RocksKeys() {}

    static byte[] in(String view, String rest) {
        return (view + KeyText.SEPARATOR + rest).getBytes(UTF_8);
    }

    static byte[] firstOf(String view) {
        return in(view, "");
    }

    static byte[] afterLastOf(String view) {
        return (view + KeyText.AFTER_SEPARATOR).getBytes(UTF_8);
    }

    /** What follows the view's name and the separator. */
    static String rest(String view, byte[] key) {
        int start = view.length() + 1; // names are ASCII
        return new String(key, start, key.length - start, UTF_8);
    }

    static String viewOf(byte[] key) {
        int end = 0;
        while (key[end] != KeyText.SEPARATOR) {
            end++;
        }
        return new String(key, 0, end, UTF_8);
    }

    static EntryPlace entryPlace(String place) {
        int afterIndex = place.indexOf(KeyText.SEPARATOR);
        int afterSortKey = place.indexOf(KeyText.SEPARATOR, afterIndex + 1);
        IndexEntry entry =
                new IndexEntry(place.substring(0, afterIndex), place.substring(afterIndex + 1, afterSortKey));
        return new EntryPlace(entry, place.substring(afterSortKey + 1));
    }

    static byte[] low(String view, Selection.Bounds bounds) {
        byte[] low = in(view, bounds.low());
        // The smallest key above another is that one with a zero byte after it.
        return bounds.lowExclusive() ? Arrays.copyOf(low, low.length + 1) : low;
    }

    static byte[] high(String view, Selection.Bounds bounds) {
        String high = bounds.high();
        return high == null ? afterLastOf(view) : in(view, high);
    }

    /** Segments are padded so that they stand in the order of their numbers. */
    static byte[] token(String processor, int segment) {
        return in(processor, String.format("%010d", segment));
    }
}
