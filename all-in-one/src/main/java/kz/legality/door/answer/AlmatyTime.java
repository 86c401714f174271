package kz.legality.door.answer;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How people are shown times: to the minute, in the capital's zone, which is the whole country's since March 2024. */
public final class AlmatyTime {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.of("Asia/Almaty"));

    private AlmatyTime() {}

    /** Empty where there is none. */
    public static String minute(@Nullable Instant instant) {
        return instant == null ? "" : MINUTE.format(instant);
    }
}
