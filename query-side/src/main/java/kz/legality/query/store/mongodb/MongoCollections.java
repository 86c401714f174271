package kz.legality.query.store.mongodb;

import com.mongodb.MongoCommandException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.ClientSession;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.WriteModel;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import kz.legality.query.store.KeyText;
import kz.legality.query.store.Selection;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The collections of one database. A view has two: its documents, and its index entries.
 *
 * <p>An entry is a document of its own whose {@code _id} is its place. Order and ranges then rest on {@code _id} alone,
 * which every server indexes and compares as UTF-8 bytes. An array of entries inside the document, with a multikey
 * index, cannot do it: MongoDB sorts a document by the smallest of its entries, in the range asked for or not.
 *
 * <p>Writes are acknowledged by a majority, from its journal; reads see only what a majority has.
 */
final class MongoCollections {
    static final String VIEW = "view.";
    static final String ENTRIES = "entries.";
    static final String COUNTERS = "counters";
    static final String TOKENS = "tokens";
    static final String JOURNAL = "journal";
    static final String FACTS = "facts";

    static final WriteConcern DURABLE = WriteConcern.MAJORITY.withJournal(true);
    static final int OPERATIONS_AT_ONCE = 1_000;

    final MongoClient client;
    final MongoDatabase database;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    MongoCollections(MongoClient client, String database) {
        this.client = client;
        this.database = client.getDatabase(database)
                .withWriteConcern(DURABLE)
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary());
    }

    MongoCollection<BsonDocument> of(String name) {
        return database.getCollection(name, BsonDocument.class);
    }

    FindIterable<BsonDocument> find(@Nullable ClientSession session, String collection, Bson filter) {
        return session == null ? of(collection).find(filter) : of(collection).find(session, filter);
    }

    /** Never sends an empty list, which servers refuse. */
    void bulkWrite(@Nullable ClientSession session, String collection, List<WriteModel<BsonDocument>> models) {
        BulkWriteOptions unordered = new BulkWriteOptions().ordered(false);
        for (int from = 0; from < models.size(); from += OPERATIONS_AT_ONCE) {
            var some = models.subList(from, Math.min(models.size(), from + OPERATIONS_AT_ONCE));
            if (session == null) {
                of(collection).bulkWrite(some, unordered);
            } else {
                of(collection).bulkWrite(session, some, unordered);
            }
        }
    }

    /** Older servers make no collection inside a transaction, so it is made before. */
    void ensure(String name) {
        if (!known.add(name)) {
            return;
        }
        try {
            database.createCollection(name);
        } catch (MongoCommandException e) {
            if (e.getCode() != MongoFailure.NAMESPACE_EXISTS) {
                known.remove(name);
                throw e;
            }
        } catch (RuntimeException e) {
            known.remove(name);
            throw e;
        }
    }

    void drop(String name) {
        known.remove(name);
        of(name).drop();
    }

    /** The filter for the places of a selection; places are {@code _id}s. */
    static Bson within(Selection.Bounds bounds) {
        BsonDocument range = new BsonDocument(bounds.lowExclusive() ? "$gt" : "$gte", new BsonString(bounds.low()));
        String high = bounds.high();
        if (high != null) {
            range.append("$lt", new BsonString(high));
        }
        return new BsonDocument("_id", range);
    }

    /** The filter for what belongs to an owner: {@code _id}s that begin with its name and a separator. */
    static Bson belongingTo(String owner) {
        BsonDocument range = new BsonDocument("$gt", new BsonString(owner + KeyText.SEPARATOR))
                .append("$lt", new BsonString(owner + KeyText.AFTER_SEPARATOR));
        return new BsonDocument("_id", range);
    }
}
