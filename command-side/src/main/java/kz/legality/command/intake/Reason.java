package kz.legality.command.intake;

import java.util.regex.Pattern;
import kz.legality.identifier.Malformed;

/**
 * What is told about a cell that could not be read. Events hold it in the clear and for good, so it never repeats the
 * cell: where columns were shifted a person's number stands under any name.
 */
final class Reason {
    private static final Pattern QUOTED = Pattern.compile("'.*'", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("\\d{5,}");

    private Reason() {}

    static String of(Malformed malformed) {
        String message = String.valueOf(malformed.getMessage());
        return NUMBER.matcher(QUOTED.matcher(message).replaceAll("this one")).replaceAll("as given");
    }
}
