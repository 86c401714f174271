package kz.legality.policy;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Spans of days as keys: {@code ..2025-12-31}, {@code 2026-01-01..}, {@code 2026-01-01..2026-12-31}. */
final class DatedText {
    private static final String TO = "..";

    private DatedText() {}

    static Dated.Span<Object> span(String days, Object value, String key) {
        int to = days.indexOf(TO);
        if (to < 0) {
            throw flaw(days, key);
        }
        try {
            return new Dated.Span<>(
                    day(days.substring(0, to), LocalDate.MIN),
                    day(days.substring(to + TO.length()), LocalDate.MAX),
                    value);
        } catch (DateTimeParseException notADay) {
            throw flaw(days, key);
        }
    }

    static Dated<Object> dated(List<Dated.Span<Object>> spans, String key) {
        try {
            return new Dated<>(spans.stream()
                    .sorted(Comparator.comparing(Dated.Span::from))
                    .toList());
        } catch (IllegalArgumentException gap) {
            throw new PolicyFlaw(key, String.valueOf(gap.getMessage()));
        }
    }

    static Map<String, Object> written(Dated<?> dated, Function<Object, Object> value) {
        Map<String, Object> spans = new LinkedHashMap<>();
        for (Dated.Span<?> span : dated.spans()) {
            spans.put(
                    text(span.from(), LocalDate.MIN) + TO + text(span.to(), LocalDate.MAX), value.apply(span.value()));
        }
        return spans;
    }

    private static LocalDate day(String text, LocalDate open) {
        return text.isEmpty() ? open : LocalDate.parse(text);
    }

    private static String text(LocalDate day, LocalDate open) {
        return day.equals(open) ? "" : day.toString();
    }

    private static PolicyFlaw flaw(String days, String key) {
        return new PolicyFlaw(key, "'" + days + "' is no span of days, such as 2026-01-01..2026-12-31 or 2026-01-01..");
    }
}
