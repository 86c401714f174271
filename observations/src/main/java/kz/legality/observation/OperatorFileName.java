package kz.legality.observation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whose file it is and which days it covers: {@code <operator>_<YYYYMMDD>_<YYYYMMDD>.csv}, DIRBS's convention.
 *
 * @param operator in capitals
 */
record OperatorFileName(String operator, LocalDate from, LocalDate to) {
    private static final Pattern FORM = Pattern.compile(
            "([a-z0-9][a-z0-9-]{0,31})_(\\d{8})_(\\d{8})\\.(csv|txt)?(\\.?(gz|zip))?", Pattern.CASE_INSENSITIVE);

    static OperatorFileName of(String name) throws ObservationsRefused {
        Matcher matched = FORM.matcher(name);
        if (!matched.matches()) {
            throw new ObservationsRefused(
                    "an operator's file is called <operator>_<YYYYMMDD>_<YYYYMMDD>.csv, .csv.gz or .zip;"
                            + " this is called '" + name + "'");
        }
        OperatorFileName read = new OperatorFileName(
                matched.group(1).toUpperCase(Locale.ROOT), day(matched.group(2), name), day(matched.group(3), name));
        if (read.to.isBefore(read.from)) {
            throw new ObservationsRefused("the days in the file's name end before they begin: '" + name + "'");
        }
        return read;
    }

    void requirePastBy(LocalDate today) throws ObservationsRefused {
        if (to.isAfter(today)) {
            throw new ObservationsRefused(
                    "the file's name says that it ends on " + to + ", which is after today, " + today);
        }
    }

    private static LocalDate day(String text, String name) throws ObservationsRefused {
        try {
            return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeException e) {
            throw new ObservationsRefused("'" + text + "' in the file's name '" + name + "' is no day");
        }
    }
}
