package kz.legality.query.store;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Which documents of a view, and in which order: by key, or by an index's sort key and then by key.
 *
 * @param index null selects by key
 * @param from the smallest key or sort key that belongs to it
 * @param to the smallest key or sort key that no longer belongs to it; null leaves the end open
 */
public record Selection(
        String view,
        @Nullable String index,
        String from,
        @Nullable String to,
        boolean descending) {
    public Selection {
        KeyText.name(view);
        if (index != null) {
            KeyText.name(index);
        }
        KeyText.sortKey(from);
        if (to != null) {
            KeyText.sortKey(to);
        }
    }

    /** Every document, by key. */
    public static Selection all(String view) {
        return new Selection(view, null, "", null, false);
    }

    /** Every document that stands in the index, by sort key. */
    public static Selection by(String view, String index) {
        return new Selection(view, KeyText.name(index), "", null, false);
    }

    /** Only keys (or sort keys) that start with {@code prefix}. */
    public Selection startingWith(String prefix) {
        return new Selection(view, index, prefix, KeyText.afterPrefix(prefix), descending);
    }

    /** Only keys (or sort keys) at or above {@code from}. */
    public Selection startingAt(String from) {
        return new Selection(view, index, from, to, descending);
    }

    /** Only keys (or sort keys) below {@code to}. */
    public Selection endingBefore(String to) {
        return new Selection(view, index, from, to, descending);
    }

    /** The same documents, the greatest first. */
    public Selection inDescendingOrder() {
        return new Selection(view, index, from, to, true);
    }

    /**
     * The places selected, as text that orders by UTF-8 bytes: keys, or {@link IndexEntry#place}.
     *
     * @param lowExclusive whether {@code low} itself is left out
     * @param high always left out; null is the end of the view
     */
    public record Bounds(
            String low, boolean lowExclusive, @Nullable String high) {}

    /**
     * The places after a cursor. The cursor can only narrow the selection, so a foreign one reveals nothing.
     *
     * @throws InvalidCursorException when it is none of ours
     */
    public Bounds after(@Nullable String cursor) {
        String low = index == null ? from : index + KeyText.SEPARATOR + from;
        String high =
                index == null ? to : to == null ? index + KeyText.AFTER_SEPARATOR : index + KeyText.SEPARATOR + to;
        if (cursor == null) {
            return new Bounds(low, false, high);
        }
        String place = place(cursor);
        if (descending) {
            boolean narrows = high == null || KeyText.ORDER.compare(place, high) < 0;
            return new Bounds(low, false, narrows ? place : high);
        }
        boolean narrows = KeyText.ORDER.compare(place, low) >= 0;
        return narrows ? new Bounds(place, true, high) : new Bounds(low, false, high);
    }

    /** The cursor that stands at a place. */
    public static String cursor(String place) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }

    private static String place(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new InvalidCursorException(cursor, e);
        }
    }
}
