package kz.legality.query.store.mongodb;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.legality.query.store.Tokens;

/** Tokens as the port has them: whoever takes a claim first completes what its predecessor left. */
final class MongoClaims implements Tokens {
    private final String store;
    private final MongoTokens tokens;
    private final MongoCommit commit;
    private final MongoJournal journal;

    MongoClaims(String store, MongoTokens tokens, MongoCommit commit, MongoJournal journal) {
        this.store = store;
        this.tokens = tokens;
        this.commit = commit;
        this.journal = journal;
    }

    @Override
    public boolean create(String processor, int segment, byte[] token) {
        return MongoFailure.named(store, () -> tokens.create(processor, segment, token));
    }

    @Override
    public Optional<Claim> find(String processor, int segment) {
        return MongoFailure.named(store, () -> tokens.find(processor, segment));
    }

    @Override
    public List<Integer> segments(String processor) {
        return MongoFailure.named(store, () -> tokens.segments(processor));
    }

    @Override
    public Optional<byte[]> claim(String processor, int segment, String owner, Instant now, Duration timeout) {
        return MongoFailure.named(store, () -> {
            if (!tokens.take(processor, segment, owner, now, timeout)) {
                return Optional.empty();
            }
            commit.complete(processor, segment);
            journal.sweep(MongoTokens.id(processor, segment));
            return Optional.of(tokens.token(processor, segment));
        });
    }

    @Override
    public boolean extend(String processor, int segment, String owner, Instant now) {
        return MongoFailure.named(store, () -> tokens.extend(processor, segment, owner, now));
    }

    @Override
    public boolean release(String processor, int segment, String owner) {
        return MongoFailure.named(store, () -> tokens.release(processor, segment, owner));
    }

    @Override
    public boolean delete(String processor, int segment, String owner) {
        return MongoFailure.named(store, () -> tokens.delete(processor, segment, owner));
    }
}
