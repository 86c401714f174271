package kz.legality.query.device;

import java.time.Instant;
import kz.legality.policy.Policies;
import kz.legality.policy.Policy;
import kz.legality.policy.PolicyBook;
import org.jspecify.annotations.Nullable;

/**
 * The moment a question is about, in both times.
 *
 * @param asOf what was true then: what happened later is left out; null asks about all that was said
 * @param knownAt what the ledger knew then: what was recorded later does not exist; null is now
 */
public record Moment(@Nullable Instant asOf, @Nullable Instant knownAt) {
    public static final Moment NOW = new Moment(null, null);

    /**
     * By which policy it is judged: the one in force then, by what the ledger knew then of policies too. Where only
     * {@code knownAt} is given, the answer is the one that was given then.
     */
    Policy policy(Policies policies) {
        Instant moment = asOf == null ? knownAt : asOf;
        PolicyBook known = knownAt == null ? policies.book() : policies.book().knownAt(knownAt);
        return moment == null ? policies.now() : known.inForceAt(moment);
    }

    public boolean isNow() {
        return asOf == null && knownAt == null;
    }

    boolean knew(Instant recordedAt) {
        return knownAt == null || !recordedAt.isAfter(knownAt);
    }

    boolean sawHappen(Instant occurredAt) {
        return asOf == null || !occurredAt.isAfter(asOf);
    }

    /** Whether something that was told on the day it happened was there to be seen. */
    public boolean mayHaveSeen(Instant happened) {
        return sawHappen(happened) && knew(happened);
    }

    public Instant asOfOrEver() {
        return asOf == null ? Instant.MAX : asOf;
    }
}
