package kz.legality.command.intake;

import java.time.Instant;
import java.util.List;
import kz.legality.claim.ClaimEvent;
import kz.legality.claim.ClaimEvent.RefundClaimed;
import kz.legality.claim.RefundClaim;
import kz.legality.event.LedgerEvent;

/** The stream of one refund claim. */
final class ClaimFacts implements FactStream {
    private RefundClaim claim;

    ClaimFacts(RefundClaim claim) {
        this.claim = claim;
    }

    @Override
    public long nextSequence() {
        return claim.nextSequence();
    }

    @Override
    public List<? extends LedgerEvent> record(LedgerEvent fact, Instant receivedAt) {
        List<ClaimEvent> decided = claim.record((RefundClaimed) fact);
        for (ClaimEvent event : decided) {
            claim = claim.after(event);
        }
        return decided;
    }
}
