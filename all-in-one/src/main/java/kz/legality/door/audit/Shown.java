package kz.legality.door.audit;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How pages write money and times. */
final class Shown {
    private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final int TIYN_IN_TENGE = 100;

    private Shown() {}

    /** In Almaty; empty where there is none. */
    static String time(@Nullable Instant instant) {
        return instant == null ? "" : MINUTE.format(instant.atZone(ALMATY));
    }

    /** Whole tenge, thousands apart by narrow spaces. */
    static String tenge(long tiyn) {
        return String.format(Locale.ROOT, "%,d", Math.floorDiv(tiyn, TIYN_IN_TENGE))
                .replace(',', '\u202f');
    }
}
