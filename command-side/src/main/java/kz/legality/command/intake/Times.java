package kz.legality.command.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Map;
import kz.legality.identifier.Malformed;

/** Times and dates as files write them. */
final class Times {
    private static final int DATE_CHARS = 10;

    private static final DateTimeFormatter CATALOGUE_DATE = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("d-")
            .appendText(
                    ChronoField.MONTH_OF_YEAR,
                    Map.ofEntries(
                            Map.entry(1L, "Jan"),
                            Map.entry(2L, "Feb"),
                            Map.entry(3L, "Mar"),
                            Map.entry(4L, "Apr"),
                            Map.entry(5L, "May"),
                            Map.entry(6L, "Jun"),
                            Map.entry(7L, "Jul"),
                            Map.entry(8L, "Aug"),
                            Map.entry(9L, "Sep"),
                            Map.entry(10L, "Oct"),
                            Map.entry(11L, "Nov"),
                            Map.entry(12L, "Dec")))
            .appendPattern("-uuuu")
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);

    private Times() {}

    /** RFC 3339 with an offset, or a date alone: the beginning of that day in this zone. */
    static OffsetDateTime of(String text, ZoneId zone) {
        try {
            if (text.length() == DATE_CHARS) {
                return LocalDate.parse(text).atStartOfDay(zone).toOffsetDateTime();
            }
            // A year of more than four digits is ISO 8601 but not RFC 3339, and lies beyond what a term can be added
            // to.
            if (text.length() > DATE_CHARS && text.charAt(4) == '-') {
                return OffsetDateTime.parse(text.charAt(DATE_CHARS) == ' ' ? text.replace(' ', 'T') : text);
            }
        } catch (DateTimeException e) {
            // It is told below, without the text.
        }
        throw new Malformed("a time reads 2025-03-25T14:05:00+05:00, or 2025-03-25 for the whole day; this does not");
    }

    /** {@code dd-Mon-yyyy}, months in English, as the industry's catalogue writes them. */
    static LocalDate catalogueDate(String text) {
        try {
            return LocalDate.parse(text, CATALOGUE_DATE);
        } catch (DateTimeException e) {
            throw new Malformed("a date in the catalogue reads 05-Mar-2019, this does not");
        }
    }
}
