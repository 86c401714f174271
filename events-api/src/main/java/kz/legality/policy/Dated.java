package kz.legality.policy;

import java.time.LocalDate;
import java.util.List;

/**
 * A term that changes on days named in advance, such as a tax rate. The spans follow each other without a gap.
 *
 * @param spans in the order of time; at least one
 */
public record Dated<T>(List<Span<T>> spans) {
    /**
     * A stretch of days, the last included. Written {@code 2026-01-01..2026-12-31}; an end that is left out is open.
     *
     * @param from the first day; {@link LocalDate#MIN} where open
     * @param to the last day; {@link LocalDate#MAX} where open
     */
    public record Span<T>(LocalDate from, LocalDate to, T value) {
        boolean holds(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /** What holds all the time. */
    public static <T> Dated<T> always(T value) {
        return new Dated<>(List.of(new Span<>(LocalDate.MIN, LocalDate.MAX, value)));
    }

    /** What held until the day before, and what holds from that day on. */
    public static <T> Dated<T> changing(T before, LocalDate on, T from) {
        return new Dated<>(
                List.of(new Span<>(LocalDate.MIN, on.minusDays(1), before), new Span<>(on, LocalDate.MAX, from)));
    }

    public Dated {
        spans = List.copyOf(spans);
        if (spans.isEmpty()) {
            throw new IllegalArgumentException("a dated term names at least one span of days");
        }
        for (int i = 1; i < spans.size(); i++) {
            LocalDate end = spans.get(i - 1).to();
            if (end.equals(LocalDate.MAX)
                    || !end.plusDays(1).equals(spans.get(i).from())) {
                throw new IllegalArgumentException("the days after " + end + " are named twice or not at all");
            }
        }
    }

    /** What holds on that day; of days outside all spans, the nearest span's. */
    public T on(LocalDate day) {
        for (Span<T> span : spans) {
            if (span.holds(day)) {
                return span.value();
            }
        }
        return day.isBefore(spans.getFirst().from())
                ? spans.getFirst().value()
                : spans.getLast().value();
    }
}
