package kz.legality.command.storedform;

import org.axonframework.serialization.upcasting.event.EventUpcasterChain;

/** Reads what was stored in an older revision as if it had been stored in today's. What is stored is never rewritten. */
public final class OlderRevisions {
    private OlderRevisions() {}

    /** One upcaster for each step from a revision to the next, oldest first. */
    public static EventUpcasterChain upcasters() {
        return new EventUpcasterChain(new TacListedBandsSplit(), new BlockedAfterACheck());
    }
}
