package kz.legality.policy;

import java.math.BigDecimal;
import java.time.Period;
import java.util.Map;

/**
 * How what operators saw is taken in and judged ({@code observations}).
 *
 * @param guards what refuses an operator's file whole
 * @param cloneCount when one IMEI is carried by several devices (R6b)
 * @param transientImei when it is a SIM-box's (R6c)
 * @param simultaneousDays on so many days within the window two operators saw it, with a subscriber each (R6a)
 * @param impossibleSpeedKmh faster than this between two places, it is two devices (R6a)
 * @param staleTacAge a TAC allocated so long before the first use is suspicious (R6d)
 * @param tacLagDays how long after its allocation a TAC may appear, by the reporting body's two digits (R6e)
 * @param blockGrace how long after a block an operator may still serve a device (R8)
 */
public record ObservationTerms(
        Guards guards,
        CloneCount cloneCount,
        TransientImei transientImei,
        int simultaneousDays,
        int impossibleSpeedKmh,
        Period staleTacAge,
        Map<String, Integer> tacLagDays,
        Period blockGrace) {
    /**
     * Shares of rows, each refused above; and of the days before, each refused below.
     *
     * @param emptyShare rows without IMEI, IMSI, MSISDN or RAT, each
     * @param uncleanShare rows whose IMEI or IMSI is none
     * @param foreignShare rows whose IMSI or MSISDN is not the country's
     * @param notHomeShare rows whose IMSI is not the operator's
     * @param historicShare of the daily average of the days before
     * @param historyDays so many days before
     */
    public record Guards(
            BigDecimal emptyShare,
            BigDecimal uncleanShare,
            BigDecimal foreignShare,
            BigDecimal notHomeShare,
            BigDecimal historicShare,
            int historyDays) {}

    /**
     * How many subscribers of one IMEI are too many.
     *
     * @param subscribers distinct within the window, or more
     * @param warnSubscribers a warning, or more
     * @param dailyAverage or so many a day on average
     * @param daysSeen on so many days at least
     */
    public record CloneCount(
            Period window, int subscribers, int warnSubscribers, BigDecimal dailyAverage, int daysSeen) {}

    /**
     * How many numbers behind one IMEI are a SIM box.
     *
     * @param numbersPerDay distinct, on average over the window
     */
    public record TransientImei(Period window, int numbersPerDay) {}

    public static ObservationTerms kazakhstan() {
        return new ObservationTerms(
                new Guards(
                        new BigDecimal("0.05"),
                        new BigDecimal("0.05"),
                        new BigDecimal("0.1"),
                        new BigDecimal("0.2"),
                        new BigDecimal("0.9"),
                        30),
                new CloneCount(Period.ofDays(30), 6, 2, new BigDecimal("2.5"), 5),
                new TransientImei(Period.ofDays(20), 3),
                3,
                900,
                Period.ofYears(10),
                Map.of("00", 32, "01", 40, "35", 20, "86", 19, "91", 20, "99", 69),
                Period.ofDays(2));
    }
}
