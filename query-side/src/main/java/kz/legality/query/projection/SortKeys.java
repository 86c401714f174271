package kz.legality.query.projection;

import java.time.Instant;

/** Numbers and times as text that orders as they do. */
public final class SortKeys {
    /** Seconds between the years 1 and 1970, so that no time a paper can bear is negative. */
    private static final long YEAR_ONE_SECONDS = 62_135_596_800L;

    private SortKeys() {}

    /** Of a time from the year 1 to the year 9999, to the nanosecond. */
    public static String of(Instant time) {
        return digits(Math.addExact(time.getEpochSecond(), YEAR_ONE_SECONDS), 12) + digits(time.getNano(), 9);
    }

    /** Of a number of at most 19 digits. */
    public static String of(long number) {
        return digits(number, 19);
    }

    /** @throws IllegalArgumentException when it is negative or has more digits */
    static String digits(long number, int width) {
        String text = Long.toString(number);
        if (number < 0 || text.length() > width) {
            throw new IllegalArgumentException(number + " does not fit " + width + " digits");
        }
        return "0".repeat(width - text.length()) + text;
    }
}
