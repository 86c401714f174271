package kz.legality.policy;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Value added tax ({@code vat}).
 *
 * @param rate by day, as a fraction of the value
 */
public record VatTerms(Dated<BigDecimal> rate) {
    public static VatTerms kazakhstan() {
        return new VatTerms(Dated.changing(new BigDecimal("0.12"), LocalDate.of(2026, 1, 1), new BigDecimal("0.16")));
    }
}
