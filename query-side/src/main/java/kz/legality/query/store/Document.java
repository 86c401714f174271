package kz.legality.query.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/**
 * What a view keeps under one key.
 *
 * <p>The bytes are not copied, neither in nor out: whoever holds a document leaves them as they are.
 *
 * @param key a key as {@link KeyText#key} allows
 * @param position the event that made the document what it is; never negative
 * @param json a JSON object in UTF-8, at most {@value #JSON_BYTES_MAX} bytes; opaque to the store, which gives back
 *     exactly these bytes
 * @param entries where the document stands in its view's indexes; replaced whole with the document
 */
@SuppressWarnings("ArrayRecordComponent") // equals, hashCode and toString below look into the bytes
public record Document(String key, long position, byte[] json, Set<IndexEntry> entries) {
    /** Leaves room for the envelope in a MongoDB document, which ends at 16 MiB. */
    public static final int JSON_BYTES_MAX = 8 << 20;

    public static final int ENTRIES_MAX = 1_000;

    public Document {
        KeyText.key(key);
        if (position < 0) {
            throw new IllegalArgumentException("a document's position is negative: " + position);
        }
        if (json.length > JSON_BYTES_MAX) {
            throw new IllegalArgumentException("the document '" + key + "' has " + json.length
                    + " bytes of JSON, at most " + JSON_BYTES_MAX + " can be kept");
        }
        if (entries.size() > ENTRIES_MAX) {
            throw new IllegalArgumentException("the document '" + key + "' has " + entries.size()
                    + " index entries, at most " + ENTRIES_MAX + " can be kept");
        }
        entries = Set.copyOf(entries);
    }

    /** The JSON as text, for messages and tests. */
    public String text() {
        return new String(json, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Document that
                && key.equals(that.key)
                && position == that.position
                && Arrays.equals(json, that.json)
                && entries.equals(that.entries);
    }

    @Override
    public int hashCode() {
        return 31 * key.hashCode() + Long.hashCode(position);
    }

    @Override
    public String toString() {
        return key + "@" + position + " " + text() + " " + entries;
    }
}
