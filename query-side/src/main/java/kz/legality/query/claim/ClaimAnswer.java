package kz.legality.query.claim;

import java.util.Map;
import kz.legality.finding.Severity;
import org.jspecify.annotations.Nullable;

/**
 * One refund claim as it is answered; money in tiyn.
 *
 * @param claimant the BIN of who asks the VAT back
 * @param vatClaimed over all its items
 * @param vatAtRisk the part that stands on phones with an open or confirmed finding
 * @param devices how many exported phones it rests on
 * @param severity the gravest of its open and confirmed findings; null where there is none
 * @param byFinding how many of its phones (or items) each rule speaks of, by rule; open and confirmed findings only
 * @param replacedBy the claim filed in its place; nothing is asked back by this one any more
 */
public record ClaimAnswer(
        String claim,
        String claimant,
        String period,
        long vatClaimed,
        long vatAtRisk,
        int devices,
        @Nullable Severity severity,
        Map<String, Integer> byFinding,
        @Nullable String replacedBy) {}
