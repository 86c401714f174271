package kz.legality.query.store.mongodb;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.MongoWriteException;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.legality.query.store.ClaimLostException;
import kz.legality.query.store.KeyText;
import kz.legality.query.store.TokenWrite;
import kz.legality.query.store.Tokens;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Tokens, one document each: {@code _id, segment, owner, leasedAt, token}, and while a batch is under way without a
 * transaction {@code batch, chunks, next}. Every change is one update of one document that checks the owner as well.
 */
final class MongoTokens {
    /** Nobody. A key is never empty, so no owner is. */
    private static final String FREE = "";

    /** A batch of the journal that a token names. */
    record Named(String batch, int chunks) {}

    private final MongoCollections collections;

    MongoTokens(MongoCollections collections) {
        this.collections = collections;
    }

    static String id(String processor, int segment) {
        return KeyText.key(processor) + KeyText.SEPARATOR + String.format("%010d", segment);
    }

    boolean create(String processor, int segment, byte[] token) {
        try {
            tokens().insertOne(new BsonDocument("_id", new BsonString(id(processor, segment)))
                    .append("segment", new BsonInt32(segment))
                    .append("owner", new BsonString(FREE))
                    .append("leasedAt", new BsonInt64(0))
                    .append("token", new BsonBinary(token)));
            return true;
        } catch (MongoWriteException e) {
            if (e.getCode() == MongoFailure.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    Optional<Tokens.Claim> find(String processor, int segment) {
        BsonDocument stored = tokens().find(eq("_id", id(processor, segment))).first();
        if (stored == null) {
            return Optional.empty();
        }
        String owner = stored.getString("owner").getValue();
        Instant leasedAt = Instant.ofEpochMilli(stored.getInt64("leasedAt").getValue());
        return Optional.of(new Tokens.Claim(owner.equals(FREE) ? Optional.empty() : Optional.of(owner), leasedAt));
    }

    List<Integer> segments(String processor) {
        List<Integer> found = new ArrayList<>();
        tokens().find(MongoCollections.belongingTo(KeyText.key(processor)))
                .sort(Sorts.ascending("_id"))
                .forEach(stored -> found.add(stored.getInt32("segment").getValue()));
        return found;
    }

    /** Takes the claim if it may be taken; does not look at what a crash left. */
    boolean take(String processor, int segment, String owner, Instant now, Duration timeout) {
        Bson free = or(
                eq("owner", FREE),
                eq("owner", KeyText.key(owner)),
                lt("leasedAt", now.minus(timeout).toEpochMilli()));
        return update(null, and(eq("_id", id(processor, segment)), free), lease(owner, now));
    }

    byte[] token(String processor, int segment) {
        BsonDocument stored = tokens().find(eq("_id", id(processor, segment))).first();
        return stored == null ? new byte[0] : stored.getBinary("token").getData();
    }

    boolean extend(String processor, int segment, String owner, Instant now) {
        return update(null, owned(id(processor, segment), owner), lease(owner, now));
    }

    boolean release(String processor, int segment, String owner) {
        return update(null, owned(id(processor, segment), owner), set("owner", FREE));
    }

    boolean delete(String processor, int segment, String owner) {
        return tokens().deleteOne(owned(id(processor, segment), owner)).getDeletedCount() == 1;
    }

    /** Moves a token within a transaction, which fails when another moves it as well. */
    void move(ClientSession session, TokenWrite write) {
        Bson next = combine(lease(write.owner(), write.leasedAt()), set("token", new BsonBinary(write.token())));
        if (!update(session, idle(write), next)) {
            throw new ClaimLostException(write);
        }
    }

    /** Names the batch in the journal that is to move the token; false when the claim is lost. */
    boolean name(TokenWrite write, String batch, int chunks) {
        Bson named = combine(
                lease(write.owner(), write.leasedAt()),
                set("batch", batch),
                set("chunks", chunks),
                set("next", new BsonBinary(write.token())));
        return update(null, idle(write), named);
    }

    Optional<Named> named(String id) {
        BsonDocument stored = tokens().find(eq("_id", id)).first();
        if (stored == null || !stored.containsKey("batch")) {
            return Optional.empty();
        }
        return Optional.of(new Named(
                stored.getString("batch").getValue(), stored.getInt32("chunks").getValue()));
    }

    /** Moves the token to where the batch leads; nothing when another has completed the batch already. */
    void moveOn(String id, String batch) {
        Bson isNamed = and(eq("_id", id), eq("batch", batch));
        BsonDocument stored = tokens().find(isNamed).first();
        if (stored != null) {
            Bson moved =
                    combine(set("token", stored.getBinary("next")), unset("batch"), unset("chunks"), unset("next"));
            update(null, isNamed, moved);
        }
    }

    private static Bson lease(String owner, Instant now) {
        return combine(set("owner", owner), set("leasedAt", now.toEpochMilli()));
    }

    private static Bson owned(String id, String owner) {
        return and(eq("_id", id), eq("owner", KeyText.key(owner)));
    }

    private static Bson idle(TokenWrite write) {
        return and(owned(id(write.processor(), write.segment()), write.owner()), exists("batch", false));
    }

    private boolean update(@Nullable ClientSession session, Bson filter, Bson update) {
        var result = session == null ? tokens().updateOne(filter, update) : tokens().updateOne(session, filter, update);
        return result.getMatchedCount() == 1;
    }

    private MongoCollection<BsonDocument> tokens() {
        return collections.of(MongoCollections.TOKENS);
    }
}
