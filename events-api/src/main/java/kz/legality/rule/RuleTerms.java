package kz.legality.rule;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import kz.legality.identifier.Procedure;
import kz.legality.policy.FindingTerms;
import kz.legality.policy.PersonalImportTerms;
import kz.legality.policy.Policy;

/**
 * The thresholds by which facts are judged; none of them stands in a rule.
 *
 * @param grace how long after the border a phone may still be heard of at home
 * @param clockSkew by which a network's clock may err
 * @param transitMax how long goods may take to the border where their exit was not recorded
 * @param sustainedDays so many days of use at home are no accident
 * @param beforeExport how long before the export a subscriber still counts as its user then
 * @param batchShareMin the share of an item's phones back in use that no chance explains (95 % lower bound)
 * @param batchCountMin so many phones of one item back in use need no share
 * @param batchLeast below so many of them there is no batch, whatever their share
 * @param exitWait how long after the period closed an exit may still be reported
 * @param unionDestinations members of the customs union, to which goods leave without a border exit
 * @param overlapMin how alike an export and a later import must be (Jaccard index)
 * @param overlapWindow how much later that import may come
 * @param noOriginShareMin the share of an item's phones without origin that makes each of them grave
 * @param recordsSince stock exported before this day may have come before imports were recorded by IMEI
 * @param undervaluedBelow fraction of the median below which a declared value is too low
 * @param robustZMax robust z at or below which it is too low
 * @param materialBelow fraction of the median above which no z is evidence, however alike the other prices are
 * @param usedWords how papers call a used phone; each is looked for where a word begins
 * @param pricesMin so many imports make a median
 * @param priceWindow the imports it is compared with, half of it before and half after
 * @param inflatedAbove export value over import value of the same phone
 * @param cloneSubscribers so many subscribers of one IMEI are an alarm
 * @param personalMax devices a person may bring within {@code personalWindow} and by one tracking number
 * @param personalValueMax customs value a person may bring within a calendar year (360 MRP of that year)
 * @param strangersShareMin share of a person's devices used by others only that makes him a straw man
 * @param strangersDevicesMin from so many devices on
 * @param blockGrace how long after a block a network may still serve the phone
 * @param refundProcedures exports that a refund can rest on
 * @param temporaryProcedures goods that are to come back, or to leave again
 * @param reimportProcedures goods that left and come back unchanged
 */
public record RuleTerms(
        Duration grace,
        Duration clockSkew,
        Duration transitMax,
        int sustainedDays,
        Duration beforeExport,
        double batchShareMin,
        int batchCountMin,
        int batchLeast,
        Duration exitWait,
        Set<String> unionDestinations,
        double overlapMin,
        Duration overlapWindow,
        double noOriginShareMin,
        LocalDate recordsSince,
        double undervaluedBelow,
        double robustZMax,
        double materialBelow,
        List<String> usedWords,
        int pricesMin,
        Period priceWindow,
        double inflatedAbove,
        int cloneSubscribers,
        int personalMax,
        Period personalWindow,
        YearlyCap personalValueMax,
        double strangersShareMin,
        int strangersDevicesMin,
        Duration blockGrace,
        Set<Procedure> refundProcedures,
        Set<Procedure> temporaryProcedures,
        Set<Procedure> reimportProcedures) {

    /** As the policy sets them. */
    public static RuleTerms of(Policy policy) {
        FindingTerms it = policy.findings();
        PersonalImportTerms personal = policy.personalImport();
        return new RuleTerms(
                it.exitGrace(),
                it.clockSkew(),
                days(it.transitMax()),
                it.daysSeenCritical(),
                days(it.sameSubscriberBefore()),
                it.batchWilsonLower().doubleValue(),
                it.batchCount(),
                it.batchLeast(),
                days(it.exitMissing()),
                it.unionMembers(),
                it.carouselOverlap().doubleValue(),
                days(it.carouselWithin()),
                it.noOriginShare().doubleValue(),
                policy.grandfather().before(),
                it.undervalueRatio().doubleValue(),
                it.undervalueRobustZ().doubleValue(),
                it.undervalueMaterial().doubleValue(),
                it.usedWords(),
                it.undervalueCount(),
                it.undervalueWindow(),
                it.asymmetryRatio().doubleValue(),
                policy.observations().cloneCount().subscribers(),
                personal.max(),
                personal.window(),
                YearlyCap.of(policy),
                it.strawManShare().doubleValue(),
                it.strawManCount(),
                days(policy.observations().blockGrace()),
                policy.customs().departing(),
                it.temporaryProcedures(),
                it.reimportProcedures());
    }

    /** A month counts as January's days: they are compared with days. */
    private static Duration days(Period period) {
        return Duration.ofDays(ChronoUnit.DAYS.between(LocalDate.EPOCH, LocalDate.EPOCH.plus(period)));
    }
}
