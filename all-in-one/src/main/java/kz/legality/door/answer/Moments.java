package kz.legality.door.answer;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import kz.legality.door.problem.Asked;
import kz.legality.identifier.Malformed;
import kz.legality.query.device.Moment;
import org.jspecify.annotations.Nullable;

/** Reads the two times a question can be about: RFC 3339 with an offset, or a date, which means that day's end. */
public final class Moments {
    private static final int DATE_CHARS = 10;

    private Moments() {}

    /**
     * Both times, or null for one that is not given.
     *
     * @throws Malformed naming which of the two cannot be read
     */
    public static Moment of(@Nullable String asOf, @Nullable String knownAt, ZoneId zone) {
        return new Moment(instant("asOf", asOf, zone), instant("knownAt", knownAt, zone));
    }

    /** The same of a request: the refusal names the parameter that cannot be read. */
    public static Moment asked(@Nullable String asOf, @Nullable String knownAt, ZoneId zone) {
        return new Moment(
                Asked.as("asOf", () -> of(asOf, null, zone)).asOf(),
                Asked.as("knownAt", () -> of(null, knownAt, zone)).knownAt());
    }

    private static @Nullable Instant instant(String name, @Nullable String text, ZoneId zone) {
        if (text == null || text.isBlank()) {
            return null;
        }
        // An unescaped plus sign of an offset arrives as a space.
        String written = text.strip().replace(' ', '+');
        try {
            return written.length() == DATE_CHARS
                    ? LocalDate.parse(written)
                            .plusDays(1)
                            .atStartOfDay(zone)
                            .toInstant()
                            .minusNanos(1)
                    : OffsetDateTime.parse(written).toInstant();
        } catch (DateTimeException e) {
            throw new Malformed(name + " is a date such as 2026-03-14 or a time such as 2026-03-14T09:00:00+05:00; '"
                    + text + "' is neither");
        }
    }
}
