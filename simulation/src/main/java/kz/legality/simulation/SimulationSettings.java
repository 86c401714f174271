package kz.legality.simulation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;

/**
 * What nation to make up. The same settings make the same bytes, whatever the day and the machine.
 *
 * @param devices IMEIs of the nation, about; each typology is planted once at least
 * @param days how far the files reach back from {@code until}: in whole periods of the operators' files, and further
 *     where no claim would fall due otherwise
 * @param until the last day of the files
 * @param fraudPercent share of the exported phones that stand on a fraudulent claim
 */
public record SimulationSettings(int devices, int days, long seed, LocalDate until, int fraudPercent) {
    public static final int DEVICES_MIN = 1_000;
    public static final int DEVICES_MAX = 50_000_000;
    public static final int DAYS_MAX = 3_650;
    public static final int FRAUD_PERCENT = 10;
    public static final int FRAUD_PERCENT_MAX = 90;

    /** The end of a tax quarter, so that the claims of the quarter before it have just been filed. */
    public static final LocalDate UNTIL = LocalDate.of(2026, 9, 30);

    /** A claim is filed with the declaration of its quarter: by the 15th of the second month after it. */
    static final int CLAIM_FOLLOWS_QUARTER_DAYS = 45;

    /** Import, export, return and the second export of a carousel fit in it. */
    private static final int LONGEST_TRADE_DAYS = 150;

    private static final int MONTH_PERIOD_DAYS = 30;
    private static final int LONG_PERIOD_DAYS = 60;

    /** Below this many devices a file covers a quarter instead of a month. */
    private static final int MONTHLY_FILES_DEVICES_MIN = 20_000;

    public SimulationSettings {
        require(devices >= DEVICES_MIN && devices <= DEVICES_MAX, "devices", DEVICES_MIN, DEVICES_MAX, devices);
        require(days >= 1 && days <= DAYS_MAX, "days", 1, DAYS_MAX, days);
        require(
                fraudPercent >= 0 && fraudPercent <= FRAUD_PERCENT_MAX,
                "the fraud percentage",
                0,
                FRAUD_PERCENT_MAX,
                fraudPercent);
    }

    private static void require(boolean holds, String what, int least, int most, int given) {
        if (!holds) {
            throw new IllegalArgumentException(what + " must be from " + least + " to " + most + ", not " + given);
        }
    }

    /** First day of the files. */
    public LocalDate from() {
        long needed = ChronoUnit.DAYS.between(lastClaimable(), until) + LONGEST_TRADE_DAYS;
        long periods = Math.ceilDiv(Math.max(days, needed), operatorPeriodDays());
        return until.minusDays(periods * operatorPeriodDays() - 1);
    }

    /** How many days one file of an operator covers; the first begins with the nation. */
    int operatorPeriodDays() {
        return aFileCoversAMonth() ? MONTH_PERIOD_DAYS : LONG_PERIOD_DAYS;
    }

    /** An export on this day can be claimed back by {@code until}; a day later it waits for the next quarter's claim. */
    LocalDate lastClaimable() {
        LocalDate end = quarterEnd(until);
        while (end.plusDays(CLAIM_FOLLOWS_QUARTER_DAYS).isAfter(until)) {
            end = quarterEnd(end.minusMonths(3).withDayOfMonth(1));
        }
        return end;
    }

    static LocalDate quarterEnd(LocalDate day) {
        return day.with(IsoFields.DAY_OF_QUARTER, 1).plusMonths(3).minusDays(1);
    }

    boolean aFileCoversAMonth() {
        return devices >= MONTHLY_FILES_DEVICES_MIN;
    }
}
