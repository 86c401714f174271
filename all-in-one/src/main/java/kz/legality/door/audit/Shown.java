package kz.legality.door.audit;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import kz.legality.door.answer.AlmatyTime;
import org.jspecify.annotations.Nullable;

/** How the pages write figures, money and times; templates call it {@code shown}. */
public final class Shown {
    private static final int TIYN_IN_TENGE = 100;
    private static final Pattern AN_INSTANT = Pattern.compile("[-0-9]{10}T[:.0-9]+Z");
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

    /** A figure behind a finding in the unit its label gives: tenge, per cent, years, a time of Almaty. */
    public String measure(String name, String value) {
        if (name.endsWith("Tiyn")) {
            return tenge(Long.parseLong(value));
        }
        if (name.endsWith("PerMille")) {
            return new BigDecimal(value).movePointLeft(1).toPlainString();
        }
        if (name.endsWith("Thousandths")) {
            return new BigDecimal(value).movePointLeft(3).stripTrailingZeros().toPlainString();
        }
        return AN_INSTANT.matcher(value).matches() ? time(Instant.parse(value)) : value;
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
