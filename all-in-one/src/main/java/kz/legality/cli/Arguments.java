package kz.legality.cli;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import kz.legality.door.answer.Moments;
import kz.legality.identifier.Imei;
import kz.legality.identifier.Malformed;
import kz.legality.policy.Policy;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.TypeConversionException;

/** Reads what the user typed into the domain's types, with a line he can act on where it does not fit. */
final class Arguments {
    private static final int PORT_MAX = 65_535;

    private Arguments() {}

    static Imei imei(String typed) {
        try {
            return Imei.declared(typed);
        } catch (Malformed malformed) {
            throw new BadArgument(String.valueOf(malformed.getMessage()));
        }
    }

    /** Refuses what is neither a date nor a time before any ledger is opened. */
    static void requireMoment(String option, @Nullable String typed) {
        try {
            Moments.of(typed, null, Policy.kazakhstan().zone());
        } catch (Malformed malformed) {
            throw new BadArgument(String.valueOf(malformed.getMessage()).replaceFirst("^asOf", option));
        }
    }

    /** 0 asks for any free port. */
    static void requirePort(int typed) {
        if (typed < 0 || typed > PORT_MAX) {
            throw new BadArgument("a TCP port is a number from 0 to " + PORT_MAX + ", not " + typed);
        }
    }

    static LocalDate date(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("'" + typed + "' is not a date such as 2026-03-14");
        }
    }
}
