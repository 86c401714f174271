package kz.legality.query.device;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The moment a question is about, in both times.
 *
 * @param asOf what was true then: what happened later is left out; null asks about all that was said
 * @param knownAt what the ledger knew then: what was recorded later does not exist; null is now
 */
public record Moment(@Nullable Instant asOf, @Nullable Instant knownAt) {
    public static final Moment NOW = new Moment(null, null);

    boolean isNow() {
        return asOf == null && knownAt == null;
    }

    boolean knew(Instant recordedAt) {
        return knownAt == null || !recordedAt.isAfter(knownAt);
    }

    boolean sawHappen(Instant occurredAt) {
        return asOf == null || !occurredAt.isAfter(asOf);
    }

    Instant asOfOrEver() {
        return asOf == null ? Instant.MAX : asOf;
    }
}
