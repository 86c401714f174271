package kz.legality.observation;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.legality.policy.ObservationTerms;
import kz.legality.policy.Policy;

/**
 * The terms for what operators see: when their file is refused, what is measured in it, and how long it is kept.
 *
 * @param homeCountries mobile country codes of the lines of this country
 * @param homeNumbers beginnings of this country's numbers
 * @param operatorNetworks MCC and MNC of each operator's own lines, by its name in capitals; an operator that is not named
 *     here is not held to its own lines
 * @param generations of mobile networks by the code of a radio access type, 0 where a code says none: TS 29.274 section
 *     8.17 and its kin, 010 is 5G
 * @param subscriberRetention how long rows about subscribers are kept
 * @param daysBeforeExport sightings are looked up this long before an export
 */
record ArchiveTerms(
        Guards guards,
        Measures measures,
        List<String> homeCountries,
        List<String> homeNumbers,
        Map<String, Set<String>> operatorNetworks,
        Map<String, Integer> generations,
        Period subscriberRetention,
        int daysBeforeExport) {

    /**
     * What refuses a file, as shares of its rows unless said otherwise. The defaults of DIRBS-Core.
     *
     * @param emptyMax of IMEIs, IMSIs, MSISDNs and radio accesses, each by itself
     * @param uncleanMax of IMEIs that do not begin with 14 digits, and of IMSIs of other than 14 or 15 digits
     * @param foreignMax of IMSIs and of MSISDNs that are not of this country
     * @param otherOperatorMax of IMSIs that are not this operator's own
     * @param dailyMin of the operator's daily number of IMEIs, IMSIs and MSISDNs in the days before
     * @param dailyHistoryDays how many days before
     * @param lostZeroMax of IMEIs beginning with 1, those that name a known model once a 0 is put in front
     * @param quarantinedMax of rows that cannot be read
     */
    record Guards(
            double emptyMax,
            double uncleanMax,
            double foreignMax,
            double otherOperatorMax,
            double dailyMin,
            int dailyHistoryDays,
            double lostZeroMax,
            double quarantinedMax) {}

    /**
     * What is measured, and from where on it counts.
     *
     * @param cloneSubscribers distinct subscribers of one IMEI within the window (DOMAIN.md R6b)
     * @param cloneWindowDays the window
     * @param dailySubscribersThousandths subscribers a day on average (DIRBS's sample configuration)
     * @param dailyWindowDays the window of averages
     * @param dailySeenDaysMin days seen in that window for an average to say something
     * @param simultaneousDays days within the clone window on which two operators saw it with a subscriber each (R6a)
     * @param simBoxNumbersADay numbers a day behind one IMEI (R6c)
     * @param simBoxWindowDays the window
     * @param staleYears from the allocation of a model to a device's first sighting (R6d)
     * @param reportingBodyLagDays from first sighting until a model of that reporting body must be listed; none for others
     * @param matchingMax share of all IMEIs seen that a detector may match; above it reference data is missing
     */
    record Measures(
            int cloneSubscribers,
            int cloneWindowDays,
            int dailySubscribersThousandths,
            int dailyWindowDays,
            int dailySeenDaysMin,
            int simultaneousDays,
            int simBoxNumbersADay,
            int simBoxWindowDays,
            int staleYears,
            Map<String, Integer> reportingBodyLagDays,
            double matchingMax) {}

    private static final int MONTHS_IN_A_YEAR = 12;
    private static final double LOST_ZERO_MAX = 0.5;
    private static final double QUARANTINED_MAX = 0.05;
    private static final double MATCHING_MAX = 0.1;
    private static final Period SUBSCRIBER_RETENTION = Period.ofMonths(6);

    /** The policy's terms, and beside them what it has no key for: the networks of Kazakhstan and DIRBS-Core's own defaults. */
    static ArchiveTerms of(Policy policy) {
        ObservationTerms said = policy.observations();
        ObservationTerms.Guards guards = said.guards();
        ObservationTerms.CloneCount clones = said.cloneCount();
        return new ArchiveTerms(
                new Guards(
                        guards.emptyShare().doubleValue(),
                        guards.uncleanShare().doubleValue(),
                        guards.foreignShare().doubleValue(),
                        guards.notHomeShare().doubleValue(),
                        guards.historicShare().doubleValue(),
                        guards.historyDays(),
                        LOST_ZERO_MAX,
                        QUARANTINED_MAX),
                new Measures(
                        clones.subscribers(),
                        days(clones.window()),
                        clones.dailyAverage().movePointRight(3).intValueExact(),
                        days(clones.window()),
                        clones.daysSeen(),
                        said.simultaneousDays(),
                        said.transientImei().numbersPerDay(),
                        days(said.transientImei().window()),
                        (int) (said.staleTacAge().toTotalMonths() / MONTHS_IN_A_YEAR),
                        said.tacLagDays(),
                        MATCHING_MAX),
                policy.home().mcc().stream().sorted().toList(),
                policy.home().cc().stream().sorted().toList(),
                Map.of(
                        "KCELL", Set.of("40102"),
                        "BEELINE", Set.of("40101"),
                        "ALTEL", Set.of("40107", "40177"),
                        "TELE2", Set.of("40107", "40177")),
                Map.ofEntries(
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
                        Map.entry("105", 3)),
                SUBSCRIBER_RETENTION,
                days(policy.findings().sameSubscriberBefore()));
    }

    /** A month counts as January's days: windows are compared with days. */
    private static int days(Period window) {
        return (int) LocalDate.EPOCH.until(LocalDate.EPOCH.plus(window), ChronoUnit.DAYS);
    }
}
