package kz.legality.evidence.report;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** The words of the reports in one language, and how it writes times. */
final class Words {
    /** In the order of the law. */
    static final List<String> LANGUAGES = List.of("kk", "ru", "en");

    /** The capital's zone, which is the whole country's since March 2024. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Almaty");

    private final String language;
    private final ResourceBundle words;
    private final DateTimeFormatter day;
    private final DateTimeFormatter second;

    Words(String language) {
        this.language = language;
        words = ResourceBundle.getBundle(
                Words.class.getPackageName() + ".words",
                Locale.of(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        String date = language.equals("en") ? "uuuu-MM-dd" : "dd.MM.uuuu";
        day = DateTimeFormatter.ofPattern(date, Locale.ROOT);
        second = DateTimeFormatter.ofPattern(date + " HH:mm:ss", Locale.ROOT).withZone(ZONE);
    }

    String language() {
        return language;
    }

    /** @param values what stands for {0}, {1} */
    String get(String key, Object... values) {
        String text = words.getString(key);
        return values.length == 0 ? text : MessageFormat.format(text, values);
    }

    /** The word for a stored name such as {@code kind.DeviceImported}; the name itself where there is none. */
    String of(String group, String name) {
        String key = group + "." + name;
        return words.containsKey(key) ? words.getString(key) : name;
    }

    /** All words of a group, by the stored names. */
    Map<String, String> group(String group) {
        String prefix = group + ".";
        return words.keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .collect(Collectors.toMap(key -> key.substring(prefix.length()), words::getString));
    }

    String moment(Instant instant) {
        return second.format(instant);
    }

    String day(LocalDate date) {
        return day.format(date);
    }

    /** Tiyn as tenge. */
    String money(long tiyn) {
        String written = String.format(Locale.ROOT, "%,d.%02d", tiyn / 100, Math.abs(tiyn % 100));
        return get(
                "money",
                language.equals("en") ? written : written.replace(',', ' ').replace('.', ','));
    }

    /** The country's offset at a moment, such as {@code UTC+05:00}. */
    static String offset(Instant at) {
        return "UTC" + ZONE.getRules().getOffset(at);
    }
}
