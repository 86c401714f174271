package kz.legality.event;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Times as text and back, exactly as the JDK writes and reads them, but without its formatters in the usual case: reading
 * times took a fifth of the time in which views are built.
 */
public final class TimeText {
    /** Of {@code 2025-05-02T07:00:00}, to which a fraction and an offset may be added. */
    private static final int SECONDS_CHARS = 19;

    private static final int NANO_DIGITS = 9;
    private static final int NANOS_PER_MILLI = 1_000_000;
    private static final int NANOS_PER_MICRO = 1_000;
    private static final int YEARS_MAX = 9_999;

    private TimeText() {}

    /** As {@link Instant#parse}. */
    public static Instant instant(String text) {
        if (text.endsWith("Z")) {
            LocalDateTime local = local(text, text.length() - 1);
            if (local != null) {
                return local.toInstant(ZoneOffset.UTC);
            }
        }
        return Instant.parse(text);
    }

    /** As {@link OffsetDateTime#parse(CharSequence)}. */
    public static OffsetDateTime offsetDateTime(String text) {
        int offsetChars = text.endsWith("Z") ? 1 : "+00:00".length();
        int end = text.length() - offsetChars;
        LocalDateTime local = end < SECONDS_CHARS ? null : local(text, end);
        ZoneOffset offset = local == null ? null : offset(text, end);
        return local == null || offset == null ? OffsetDateTime.parse(text) : OffsetDateTime.of(local, offset);
    }

    /** As {@link Instant#toString}. */
    public static String of(Instant time) {
        LocalDateTime local = LocalDateTime.ofEpochSecond(time.getEpochSecond(), time.getNano(), ZoneOffset.UTC);
        if (local.getYear() < 0 || local.getYear() > YEARS_MAX) {
            return time.toString();
        }
        StringBuilder text = new StringBuilder(SECONDS_CHARS + NANO_DIGITS + 2);
        digits(text, local.getYear(), 4).append('-');
        digits(text, local.getMonthValue(), 2).append('-');
        digits(text, local.getDayOfMonth(), 2).append('T');
        digits(text, local.getHour(), 2).append(':');
        digits(text, local.getMinute(), 2).append(':');
        digits(text, local.getSecond(), 2);
        int nano = local.getNano();
        if (nano % NANOS_PER_MILLI == 0) {
            if (nano > 0) {
                digits(text.append('.'), nano / NANOS_PER_MILLI, 3);
            }
        } else if (nano % NANOS_PER_MICRO == 0) {
            digits(text.append('.'), nano / NANOS_PER_MICRO, 6);
        } else {
            digits(text.append('.'), nano, NANO_DIGITS);
        }
        return text.append('Z').toString();
    }

    private static StringBuilder digits(StringBuilder text, int number, int width) {
        String digits = Integer.toString(number);
        for (int i = digits.length(); i < width; i++) {
            text.append('0');
        }
        return text.append(digits);
    }

    /** Null where it is not of the usual form; the JDK then judges it. */
    private static @Nullable LocalDateTime local(String text, int end) {
        boolean usual = end >= SECONDS_CHARS
                && text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':'
                && end != SECONDS_CHARS + 1
                && end <= SECONDS_CHARS + 1 + NANO_DIGITS
                && (end == SECONDS_CHARS || text.charAt(SECONDS_CHARS) == '.');
        if (!usual) {
            return null;
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, SECONDS_CHARS);
        int nano = end == SECONDS_CHARS ? 0 : number(text, SECONDS_CHARS + 1, end);
        if ((year | month | day | hour | minute | second | nano) < 0) {
            return null;
        }
        for (int i = end; end > SECONDS_CHARS && i < SECONDS_CHARS + 1 + NANO_DIGITS; i++) {
            nano *= 10;
        }
        try {
            return LocalDateTime.of(year, month, day, hour, minute, second, nano);
        } catch (DateTimeException outOfRange) {
            return null;
        }
    }

    private static @Nullable ZoneOffset offset(String text, int from) {
        if (from == text.length() - 1) {
            return ZoneOffset.UTC; // a Z: nothing else is that short
        }
        int hours = number(text, from + 1, from + 3);
        int minutes = number(text, from + 4, from + 6);
        int sign = text.charAt(from) == '+' ? 1 : text.charAt(from) == '-' ? -1 : 0;
        boolean usual =
                sign != 0 && text.charAt(from + 3) == ':' && hours >= 0 && hours < 18 && minutes >= 0 && minutes < 60;
        return usual ? ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes) : null;
    }

    /** Negative where one of the characters is no decimal digit. */
    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
