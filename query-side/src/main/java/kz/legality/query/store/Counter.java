package kz.legality.query.store;

import java.util.NavigableMap;

/**
 * A counter as a store keeps it: an absolute value and the event that made it so.
 *
 * @param position the last event counted; -1 when none was
 */
public record Counter(long value, long position) {
    public static final Counter ZERO = new Counter(0, -1);

    /** The counter after the increments it has not counted yet; the same object when it has counted them all. */
    public Counter after(NavigableMap<Long, Long> deltasByPosition) {
        NavigableMap<Long, Long> news = deltasByPosition.tailMap(position, false);
        if (news.isEmpty()) {
            return this;
        }
        long sum = value;
        for (long delta : news.values()) {
            sum = Math.addExact(sum, delta);
        }
        return new Counter(sum, news.lastKey());
    }
}
