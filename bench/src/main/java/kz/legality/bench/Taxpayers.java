package kz.legality.bench;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import kz.legality.identifier.Bin;
import kz.legality.identifier.Iin;
import kz.legality.identifier.Malformed;

/** Made-up persons and companies by number, with true check digits. */
final class Taxpayers {
    private static final LocalDate BORN = LocalDate.of(1950, 1, 1);
    private static final DateTimeFormatter SIX_DIGITS = DateTimeFormatter.ofPattern("yyMMdd");
    private static final int BIRTHDAYS = 18_000;
    private static final int SERIALS = 10_000;

    private Taxpayers() {}

    static Iin iin(long number) {
        String begins = BORN.plusDays(number % BIRTHDAYS).format(SIX_DIGITS) + "3";
        // Where a serial has no check digit it is not issued, and the next one is taken.
        for (long serial = number / BIRTHDAYS; ; serial += SERIALS / 2) {
            for (int check = 0; check < 10; check++) {
                try {
                    return new Iin(begins + "%04d".formatted(serial % SERIALS) + check);
                } catch (Malformed next) {
                    continue;
                }
            }
        }
    }

    static Bin bin(long number) {
        for (long serial = number; ; serial++) {
            for (int check = 0; check < 10; check++) {
                try {
                    return new Bin("180540" + "%05d".formatted(serial) + check);
                } catch (Malformed next) {
                    continue;
                }
            }
        }
    }
}
