package kz.legality.rule;

import java.time.Instant;
import java.time.LocalDate;
import kz.legality.finding.FactRef;
import kz.legality.identifier.ClaimNumber;
import org.jspecify.annotations.Nullable;

/**
 * A claim that rests on an export item.
 *
 * @param ref of the claim's word about the item, in the claim's stream
 * @param periodEnd last day of the tax period
 * @param replacedBy the claim filed in its place, null where there is none
 */
public record ClaimOfItem(
        ClaimNumber claim,
        FactRef ref,
        Instant filedAt,
        LocalDate periodEnd,
        @Nullable ClaimNumber replacedBy) {
    String content() {
        return "claim:" + claim + "|" + filedAt;
    }
}
