package kz.legality.policy;

import java.math.BigDecimal;
import java.time.Period;
import java.util.Map;
import java.util.Set;

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
 * @param matchingShare of a file's devices that a measure resting on reference data may match; above it the data is missing
 * @param learning phones are switched on at least once in this time: an archive that is younger cannot say who is new
 * @param restatedGrowth a measure is said again when it has grown so many times; else every file would say every clone
 * @param retention how long rows about subscribers are kept, in whole months
 * @param networks MCC and MNC of each operator's own lines, by its name in capitals; an operator that is not named is not
 *     held to its own lines
 * @param radioAccess the generation of mobile networks by the code of a radio access type, 0 where the code says none
 */
public record ObservationTerms(
        Guards guards,
        CloneCount cloneCount,
        TransientImei transientImei,
        int simultaneousDays,
        int impossibleSpeedKmh,
        Period staleTacAge,
        Map<String, Integer> tacLagDays,
        Period blockGrace,
        BigDecimal matchingShare,
        Period learning,
        BigDecimal restatedGrowth,
        Period retention,
        Map<String, Set<String>> networks,
        Map<String, Integer> radioAccess) {
    /**
     * Shares of rows, each refused above; and of the days before, each refused below.
     *
     * @param emptyShare rows without IMEI, IMSI, MSISDN or RAT, each
     * @param uncleanShare rows whose IMEI or IMSI is none
     * @param foreignShare rows whose IMSI or MSISDN is not the country's
     * @param notHomeShare rows whose IMSI is not the operator's
     * @param historicShare of the daily average of the days before
     * @param historyDays so many days before
     * @param lostZeroShare IMEIs beginning with 1 that name a known model once a 0 is put in front
     * @param quarantinedShare rows that cannot be read
     * @param quarantinedRows and never more of them than this: so many are no slip
     */
    public record Guards(
            BigDecimal emptyShare,
            BigDecimal uncleanShare,
            BigDecimal foreignShare,
            BigDecimal notHomeShare,
            BigDecimal historicShare,
            int historyDays,
            BigDecimal lostZeroShare,
            BigDecimal quarantinedShare,
            int quarantinedRows) {}

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
                        30,
                        new BigDecimal("0.5"),
                        new BigDecimal("0.05"),
                        10_000),
                new CloneCount(Period.ofDays(30), 6, 2, new BigDecimal("2.5"), 5),
                new TransientImei(Period.ofDays(20), 3),
                3,
                900,
                Period.ofYears(10),
                Map.of("00", 32, "01", 40, "35", 20, "86", 19, "91", 20, "99", 69),
                Period.ofDays(2),
                new BigDecimal("0.1"),
                Period.ofDays(30),
                new BigDecimal("1.5"),
                Period.ofMonths(6),
                Map.of(
                        "KCELL", Set.of("40102"),
                        "BEELINE", Set.of("40101"),
                        "ALTEL", Set.of("40107", "40177"),
                        "TELE2", Set.of("40107", "40177")),
                radioAccessTypes());
    }

    /** TS 29.274 section 8.17, and from 101 on DIRBS's own; 010 is 5G. */
    private static Map<String, Integer> radioAccessTypes() {
        return Map.ofEntries(
                Map.entry("001", 3),
                Map.entry("002", 2),
                Map.entry("003", 0),
                Map.entry("004", 0),
                Map.entry("005", 3),
                Map.entry("006", 4),
                Map.entry("007", 0),
                Map.entry("008", 4),
                Map.entry("009", 4),
                Map.entry("010", 5),
                Map.entry("101", 0),
                Map.entry("102", 4),
                Map.entry("103", 3),
                Map.entry("104", 2),
                Map.entry("105", 3));
    }
}
