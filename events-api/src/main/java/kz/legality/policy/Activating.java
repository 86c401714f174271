package kz.legality.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.legality.event.Source;
import kz.legality.policy.PolicyEvent.PolicyActivated;

/** What the wish to activate a policy leads to. */
public final class Activating {
    private Activating() {}

    /** The answer: the events it leads to, or a refusal as data. */
    public sealed interface Activation {
        /** No event means that this very version is active already. */
        record Accepted(List<PolicyActivated> events) implements Activation {}

        record Refused(Refusal refusal, String detail) implements Activation {}
    }

    /** Stable names, part of the interface. */
    public enum Refusal {
        OTHER_JURISDICTION,
        VERSION_TAKEN
    }

    /** @param book what was activated before; empty where nothing was */
    public static Activation decide(Policy next, Optional<PolicyBook> book, Instant now, Source source) {
        if (book.isPresent() && !book.get().jurisdiction().equals(next.jurisdiction())) {
            return new Activation.Refused(
                    Refusal.OTHER_JURISDICTION,
                    "this ledger is kept under the law of " + book.get().jurisdiction() + ", the policy is one of "
                            + next.jurisdiction());
        }
        Optional<Policy> same = book.flatMap(it -> it.version(next.version()));
        if (same.isEmpty()) {
            return new Activation.Accepted(List.of(PolicyActivated.of(next, now, source)));
        }
        return same.get().equals(next)
                ? new Activation.Accepted(List.of())
                : new Activation.Refused(
                        Refusal.VERSION_TAKEN,
                        "version " + next.version()
                                + " was activated with other terms; decisions name it, so changed terms need a name of"
                                + " their own");
    }
}
