package kz.legality.observation;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.legality.policy.ListTerms;
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
 * @param learningDays an archive that reaches less far back cannot say who is new
 * @param lists when a list sent whole is refused
 */
record ArchiveTerms(
        Guards guards,
        Measures measures,
        List<String> homeCountries,
        List<String> homeNumbers,
        Map<String, Set<String>> operatorNetworks,
        Map<String, Integer> generations,
        Period subscriberRetention,
        int daysBeforeExport,
        int learningDays,
        ListTerms.Received lists) {

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
     * @param quarantinedRowsMax such rows, whatever their share
     */
    record Guards(
            double emptyMax,
            double uncleanMax,
            double foreignMax,
            double otherOperatorMax,
            double dailyMin,
            int dailyHistoryDays,
            double lostZeroMax,
            double quarantinedMax,
            int quarantinedRowsMax) {}

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
     * @param worseBy a measure is said again when it has grown so many times
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
            double matchingMax,
            double worseBy) {}

    private static final int MONTHS_IN_A_YEAR = 12;

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
                        guards.lostZeroShare().doubleValue(),
                        guards.quarantinedShare().doubleValue(),
                        guards.quarantinedRows()),
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
                        said.matchingShare().doubleValue(),
                        said.restatedGrowth().doubleValue()),
                policy.home().mcc().stream().sorted().toList(),
                policy.home().cc().stream().sorted().toList(),
                said.networks(),
                said.radioAccess(),
                said.retention(),
                days(policy.findings().sameSubscriberBefore()),
                days(said.learning()),
                policy.lists().received());
    }

    /** A month counts as January's days: windows are compared with days. */
    private static int days(Period window) {
        return (int) LocalDate.EPOCH.until(LocalDate.EPOCH.plus(window), ChronoUnit.DAYS);
    }
}
