package kz.legality.policy;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import kz.legality.identifier.Tiyn;
import org.jspecify.annotations.Nullable;

/**
 * The fee of a registration ({@code fee}).
 *
 * @param unit in which the amount is counted: {@code MRP}, a currency, or a national base value
 * @param amount of the unit, for one device
 * @param lateAmount where the grey term has ended; null where it is the same
 * @param mrp the monthly reckoning index of each year in whole tenge; empty where the jurisdiction has none
 * @param payer who owes it
 */
public record FeeTerms(
        String unit,
        BigDecimal amount,
        @Nullable BigDecimal lateAmount,
        @Nullable Map<Integer, Long> mrp,
        Set<Payer> payer) {
    private static final int TIYN_IN_TENGE = 100;

    public enum Payer {
        IMPORTER,
        MANUFACTURER,
        PERSON
    }

    public static FeeTerms kazakhstan() {
        return new FeeTerms("MRP", BigDecimal.ONE, null, Map.of(2025, 3932L, 2026, 4325L), Set.of(Payer.IMPORTER));
    }

    /** So many MRP of that year; of a year not named yet, of the newest named before it. */
    public Optional<Tiyn> mrp(int count, int year) {
        if (mrp == null || mrp.isEmpty()) {
            return Optional.empty();
        }
        TreeMap<Integer, Long> years = new TreeMap<>(mrp);
        Map.Entry<Integer, Long> known = years.floorEntry(year);
        long tenge = (known == null ? years.firstEntry() : known).getValue();
        return Optional.of(new Tiyn(Math.multiplyExact(tenge * TIYN_IN_TENGE, count)));
    }
}
