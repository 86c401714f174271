package kz.legality.door.audit;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import kz.legality.door.answer.AlmatyTime;
import org.jspecify.annotations.Nullable;

/** How the pages write figures, money and times; templates call it {@code shown}. */
public final class Shown {
    private static final int TIYN_IN_TENGE = 100;
    private static final char THOUSANDS = '\u202f';

    Shown() {}

    /** Thousands apart by narrow spaces, which no line breaks at. */
    public String number(long count) {
        return String.format(Locale.ROOT, "%,d", count).replace(',', THOUSANDS);
    }

    /** Tenge with two digits of tiyn, so that a column adds up to the last one. */
    public String tenge(long tiyn) {
        return number(Math.floorDiv(tiyn, TIYN_IN_TENGE))
                + String.format(Locale.ROOT, ".%02d", Math.floorMod(tiyn, TIYN_IN_TENGE));
    }

    /** In Almaty; empty where there is none. */
    public String time(@Nullable Instant instant) {
        return AlmatyTime.minute(instant);
    }

    /** Side by side in one cell or line. */
    static String joined(List<?> parts) {
        return String.join(" ", parts.stream().map(String::valueOf).toList());
    }
}
