package kz.legality.door.audit;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a long table a page shows.
 *
 * @param from counted from 0
 * @param until the first that is not shown
 */
public record Stretch(int from, int until, int all, int step) {
    /** Where the page before begins; null at the beginning. */
    public @Nullable Integer before() {
        return from == 0 ? null : (Integer) Math.max(0, from - step);
    }

    /** Where the next page begins; null at the end. */
    public @Nullable Integer after() {
        return until == all ? null : (Integer) until;
    }
}
