package kz.legality.query.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How far each segment of each processor has come, and who works on it. A claim is a lease: its owner renews it, and
 * once it is older than the timeout another may take it.
 *
 * <p>Every call throws {@link ReadStoreUnavailableException} when the store does not answer.
 */
public interface Tokens {
    /** An existing token; {@code owner} is empty when nobody claims it. */
    record Claim(Optional<String> owner, Instant leasedAt) {
        /** Whether {@code candidate} may take the claim: it is free, its own, or older than {@code timeout}. */
        public boolean mayBeTakenBy(String candidate, Instant now, Duration timeout) {
            return owner.isEmpty()
                    || owner.get().equals(candidate)
                    || leasedAt.plus(timeout).isBefore(now);
        }
    }

    /** Adds an unclaimed token; false when the segment has one already. */
    boolean create(String processor, int segment, byte[] token);

    /** Who works on a segment; empty when it has no token. */
    Optional<Claim> find(String processor, int segment);

    /** The segments that have a token, in order. */
    List<Integer> segments(String processor);

    /**
     * Takes or renews the claim and returns the token; empty when there is no token or another holds it. A batch that
     * a crash left half written is completed first, so the views are never ahead of the token returned.
     */
    Optional<byte[]> claim(String processor, int segment, String owner, Instant now, Duration timeout);

    /** Renews a claim; false when {@code owner} does not hold it. */
    boolean extend(String processor, int segment, String owner, Instant now);

    /** Gives a claim up; false when {@code owner} does not hold it. */
    boolean release(String processor, int segment, String owner);

    /** Removes a token; false when {@code owner} does not hold its claim. */
    boolean delete(String processor, int segment, String owner);
}
