package kz.legality.query.projection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.legality.query.store.ReadStore;
import kz.legality.query.store.TokenWrite;
import kz.legality.query.store.WriteBatch;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.UnableToInitializeTokenException;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Axon's tokens in the read store, beside the views they speak of. A token stored within a unit of work that has a batch
 * ({@link UnitOfWorkBatch}) is committed with it, and so views and token never tell of different events.
 */
public final class ReadStoreTokenStore implements TokenStore {
    private final ReadStore store;
    private final TokenBytes bytes;
    private final String node;
    private final Duration claimTimeout;
    private final Clock clock;

    /**
     * @param node names this process among all that use the read store
     * @param claimTimeout after how long without a sign of life others take over
     */
    public ReadStoreTokenStore(
            ReadStore store, Serializer serializer, String node, Duration claimTimeout, Clock clock) {
        this.store = store;
        this.bytes = new TokenBytes(serializer);
        this.node = node;
        this.claimTimeout = claimTimeout;
        this.clock = clock;
    }

    @Override
    public boolean requiresExplicitSegmentInitialization() {
        return true;
    }

    @Override
    public void initializeTokenSegments(String processor, int segments) {
        initializeTokenSegments(processor, segments, null);
    }

    @Override
    public void initializeTokenSegments(String processor, int segments, @Nullable TrackingToken first) {
        if (fetchSegments(processor).length > 0) {
            throw new UnableToClaimTokenException("the segments of " + processor + " are initialized already");
        }
        for (int segment = 0; segment < segments; segment++) {
            initializeSegment(first, processor, segment);
        }
    }

    @Override
    public void initializeSegment(@Nullable TrackingToken token, String processor, int segment) {
        if (!store.tokens().create(processor, segment, bytes.encode(token))) {
            throw new UnableToInitializeTokenException(name(processor, segment) + " has a token already");
        }
    }

    @Override
    public void storeToken(@Nullable TrackingToken token, String processor, int segment) {
        TokenWrite write = new TokenWrite(processor, segment, node, now(), bytes.encode(token));
        WriteBatch batch = currentBatch();
        if (batch != null) {
            batch.token(write);
        } else {
            store.commit(new WriteBatch().token(write));
        }
    }

    @Override
    public @Nullable TrackingToken fetchToken(String processor, int segment) {
        Optional<byte[]> token = store.tokens().claim(processor, segment, node, now(), claimTimeout);
        return bytes.decode(token.orElseThrow(() -> new UnableToClaimTokenException(
                name(processor, segment) + " is claimed by another node, or has no token")));
    }

    @Override
    public void extendClaim(String processor, int segment) {
        refuseUnless(store.tokens().extend(processor, segment, node, now()), processor, segment);
    }

    @Override
    public void releaseClaim(String processor, int segment) {
        store.tokens().release(processor, segment, node);
    }

    @Override
    public void deleteToken(String processor, int segment) {
        refuseUnless(store.tokens().delete(processor, segment, node), processor, segment);
    }

    @Override
    public int[] fetchSegments(String processor) {
        return store.tokens().segments(processor).stream()
                .mapToInt(Integer::intValue)
                .toArray();
    }

    @Override
    public List<Segment> fetchAvailableSegments(String processor) {
        int[] all = fetchSegments(processor);
        List<Segment> available = new ArrayList<>();
        for (int segment : all) {
            boolean free = store.tokens()
                    .find(processor, segment)
                    .map(claim -> claim.mayBeTakenBy(node, now(), claimTimeout))
                    .orElse(false);
            if (free) {
                available.add(Segment.computeSegment(segment, all));
            }
        }
        return available;
    }

    @Override
    public Optional<String> retrieveStorageIdentifier() {
        return Optional.of(store.identity());
    }

    private void refuseUnless(boolean done, String processor, int segment) {
        if (!done) {
            throw new UnableToClaimTokenException(node + " does not hold the claim of " + name(processor, segment));
        }
    }

    private static @Nullable WriteBatch currentBatch() {
        if (!CurrentUnitOfWork.isStarted()) {
            return null;
        }
        UnitOfWork<?> root = CurrentUnitOfWork.get().root();
        // After the prepare-commit phase the batch is on its way and takes nothing more.
        return root.phase().isBefore(UnitOfWork.Phase.COMMIT) ? root.getResource(UnitOfWorkBatch.KEY) : null;
    }

    private Instant now() {
        return clock.instant();
    }

    private static String name(String processor, int segment) {
        return "segment " + segment + " of " + processor;
    }
}
