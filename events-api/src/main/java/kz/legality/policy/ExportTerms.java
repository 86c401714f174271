package kz.legality.policy;

import java.time.LocalDate;

/**
 * The turnover of an export ({@code export}).
 *
 * @param turnoverDate which of an export's two dates is the day of its turnover
 */
public record ExportTerms(Dated<TurnoverDate> turnoverDate) {
    public enum TurnoverDate {
        BORDER_EXIT,
        DT_REGISTRATION
    }

    public static ExportTerms kazakhstan() {
        return new ExportTerms(
                Dated.changing(TurnoverDate.BORDER_EXIT, LocalDate.of(2026, 1, 1), TurnoverDate.DT_REGISTRATION));
    }
}
