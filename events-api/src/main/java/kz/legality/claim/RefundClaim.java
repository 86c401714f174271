package kz.legality.claim;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.legality.claim.ClaimEvent.RefundClaimed;

/**
 * What the events of one claim fold to: what it says today of each export item.
 *
 * @param nextSequence how many events were folded, which is the sequence of the next one
 */
public record RefundClaim(long nextSequence, Map<ExportItem, Said> said) {
    /** The last word about one item, and its sequence in the claim's stream. */
    public record Said(long sequence, RefundClaimed claimed) {}

    /** No event yet. */
    public static final RefundClaim UNSEEN = new RefundClaim(0, Map.of());

    public RefundClaim after(ClaimEvent event) {
        return switch (event) {
            case RefundClaimed claimed -> {
                Map<ExportItem, Said> longer = new LinkedHashMap<>(said);
                longer.put(claimed.exportItem(), new Said(nextSequence, claimed));
                yield new RefundClaim(nextSequence + 1, longer);
            }
        };
    }

    /** A row said before leads to nothing; another word about the same item corrects the earlier. */
    public List<ClaimEvent> record(RefundClaimed row) {
        Said before = said.get(row.exportItem());
        if (before == null) {
            return List.of(row.correcting(null));
        }
        return row.saysTheSameAs(before.claimed()) ? List.of() : List.of(row.correcting(before.sequence()));
    }

    /** In the order in which the items were first claimed. */
    public Collection<Said> items() {
        return said.values();
    }
}
