package kz.legality.policy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Set;
import kz.legality.identifier.Procedure;

/**
 * The thresholds of the rules that judge refunds ({@code findings}); each finding names the version it used.
 *
 * @param exitGrace a use at home so long after the exit is no delay of a border (R1)
 * @param transitMax the exit of an export whose exit is not known is taken to be its registration and this (R1)
 * @param clockSkew by which an observer's clock may err (R1)
 * @param daysSeenCritical of a home subscriber after the exit (R1)
 * @param sameSubscriberBefore the same IMSI so long before the registration means that it never left (R1b)
 * @param batchWilsonLower lower bound of the share of an item's devices seen at home after (R1c)
 * @param batchCount or so many of them (R1c)
 * @param batchLeast below so many devices there is no batch, whatever their share (R1c)
 * @param unionMembers countries to which goods leave without a border exit, by their two and three letters (R2c)
 * @param exitMissing a claim whose export has no exit after so long (R2c)
 * @param carouselOverlap Jaccard overlap of an export and a later import (R3)
 * @param carouselWithin the import at the latest so long after the export (R3)
 * @param temporaryProcedures by which goods are to come back, or to leave again (R3)
 * @param reimportProcedures by which goods that left come back unchanged (R3)
 * @param noOriginShare of an item's devices without an origin (R4)
 * @param undervalueRatio of the unit value to the median of its model (R5b)
 * @param undervalueWindow in which the median is taken (R5b)
 * @param undervalueCount so many values at least (R5b)
 * @param undervalueRobustZ or a robust z at or below this (R5b)
 * @param undervalueMaterial no robust z is evidence at or above this ratio to the median, however alike the prices are (R5b)
 * @param usedWords how papers call a used phone; each is looked for where a word begins (R5a, R5b)
 * @param asymmetryRatio of the export's unit value to the import's of the same IMEI (R5c)
 * @param strawManShare of a person's devices never used with a SIM of his (R7)
 * @param strawManCount so many devices at least (R7)
 */
public record FindingTerms(
        Duration exitGrace,
        Period transitMax,
        Duration clockSkew,
        int daysSeenCritical,
        Period sameSubscriberBefore,
        BigDecimal batchWilsonLower,
        int batchCount,
        int batchLeast,
        Set<String> unionMembers,
        Period exitMissing,
        BigDecimal carouselOverlap,
        Period carouselWithin,
        Set<Procedure> temporaryProcedures,
        Set<Procedure> reimportProcedures,
        BigDecimal noOriginShare,
        BigDecimal undervalueRatio,
        Period undervalueWindow,
        int undervalueCount,
        BigDecimal undervalueRobustZ,
        BigDecimal undervalueMaterial,
        List<String> usedWords,
        BigDecimal asymmetryRatio,
        BigDecimal strawManShare,
        int strawManCount) {
    public static FindingTerms kazakhstan() {
        return new FindingTerms(
                Duration.ofHours(72),
                Period.ofDays(15),
                Duration.ofHours(24),
                3,
                Period.ofDays(30),
                new BigDecimal("0.02"),
                10,
                2,
                Set.of("RU", "BY", "KG", "AM", "RUS", "BLR", "KGZ", "ARM"),
                Period.ofDays(45),
                new BigDecimal("0.20"),
                Period.ofDays(180),
                Set.of(new Procedure("53"), new Procedure("23")),
                Set.of(new Procedure("60")),
                new BigDecimal("0.05"),
                new BigDecimal("0.60"),
                Period.ofDays(90),
                30,
                new BigDecimal("-3.5"),
                new BigDecimal("0.85"),
                List.of("used", "refurb", "renewed", "б/у", "восстановл"),
                new BigDecimal("1.5"),
                new BigDecimal("0.60"),
                3);
    }
}
