package kz.legality.query.store.mongodb;

import com.mongodb.client.ClientSession;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import kz.legality.query.store.Change;
import kz.legality.query.store.Counter;
import kz.legality.query.store.IndexEntry;
import kz.legality.query.store.KeyText;
import kz.legality.query.store.WriteBatch;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;

/**
 * What a batch comes down to, after a look at what it overwrites. A document says itself where it stands and an entry it
 * does not know is passed over by readers; so new entries are written before the documents, and old ones removed after
 * them, and a reader in between misses nothing.
 */
final class MongoPlan {
    private record Old(long position, Set<IndexEntry> entries) {
        static final Old NONE = new Old(-1, Set.of());
    }

    private final MongoCollections collections;
    private final @Nullable ClientSession session;
    private final List<MongoOperation> entriesAdded = new ArrayList<>();
    private final List<MongoOperation> documents = new ArrayList<>();
    private final List<MongoOperation> entriesRemoved = new ArrayList<>();

    private MongoPlan(MongoCollections collections, @Nullable ClientSession session) {
        this.collections = collections;
        this.session = session;
    }

    /** The operations in the order in which they are to be done. */
    static List<MongoOperation> of(WriteBatch batch, MongoCollections collections, @Nullable ClientSession session) {
        MongoPlan plan = new MongoPlan(collections, session);
        batch.changes().forEach(plan::addChanges);
        batch.increments().forEach(plan::addIncrements);
        List<MongoOperation> all = new ArrayList<>(plan.entriesAdded);
        all.addAll(plan.documents);
        all.addAll(plan.entriesRemoved);
        return all;
    }

    private void addChanges(String view, Map<String, Change> changes) {
        List<String> unread = new ArrayList<>();
        for (Change change : changes.values()) {
            if (change.before() instanceof Change.Before.Unknown) {
                unread.add(change.key());
            }
        }
        Map<String, Old> read = read(view, unread);
        for (Change change : changes.values()) {
            Old old = switch (change.before()) {
                case Change.Before.Absent absent -> Old.NONE;
                case Change.Before.Known known ->
                    new Old(known.document().position(), known.document().entries());
                case Change.Before.Unknown unknown -> read.getOrDefault(change.key(), Old.NONE);
            };
            addChange(view, change, old);
        }
    }

    private Map<String, Old> read(String view, List<String> keys) {
        Map<String, Old> found = new HashMap<>();
        for (int from = 0; from < keys.size(); from += MongoCollections.OPERATIONS_AT_ONCE) {
            List<String> some = keys.subList(from, Math.min(keys.size(), from + MongoCollections.OPERATIONS_AT_ONCE));
            collections
                    .find(session, MongoCollections.VIEW + view, Filters.in("_id", some))
                    .projection(Projections.include("position", "ix"))
                    .forEach(stored -> found.put(
                            stored.getString("_id").getValue(),
                            new Old(MongoDocument.position(stored), MongoDocument.entries(stored))));
        }
        return found;
    }

    private void addChange(String view, Change change, Old old) {
        if (old.position() >= change.position()) {
            return; // a replay: what stands there has seen this event
        }
        switch (change) {
            case Change.Put put -> {
                documents.add(
                        new MongoOperation.Put(MongoCollections.VIEW + view, MongoDocument.encode(put.document())));
                replaceEntries(view, change, old.entries(), put.document().entries());
            }
            case Change.Delete delete -> {
                documents.add(new MongoOperation.Remove(MongoCollections.VIEW + view, delete.key(), delete.position()));
                replaceEntries(view, change, old.entries(), Set.of());
            }
        }
    }

    private void replaceEntries(String view, Change change, Set<IndexEntry> old, Set<IndexEntry> young) {
        String collection = MongoCollections.ENTRIES + view;
        for (IndexEntry entry : young) {
            if (!old.contains(entry)) {
                BsonDocument body = new BsonDocument("_id", new BsonString(entry.place(change.key())))
                        .append("position", new BsonInt64(change.position()));
                entriesAdded.add(new MongoOperation.Put(collection, body));
            }
        }
        for (IndexEntry entry : old) {
            if (!young.contains(entry)) {
                entriesRemoved.add(new MongoOperation.Remove(collection, entry.place(change.key()), change.position()));
            }
        }
    }

    private void addIncrements(String view, Map<String, NavigableMap<Long, Long>> increments) {
        Map<String, Counter> before = new HashMap<>();
        collections
                .find(session, MongoCollections.COUNTERS, MongoCollections.belongingTo(view))
                .forEach(stored -> before.put(
                        stored.getString("_id").getValue(),
                        new Counter(stored.getNumber("value").longValue(), MongoDocument.position(stored))));
        increments.forEach((name, deltas) -> {
            String id = view + KeyText.SEPARATOR + name;
            Counter old = before.getOrDefault(id, Counter.ZERO);
            Counter young = old.after(deltas);
            if (young != old) {
                // Absolute, so that doing it again after a crash counts nothing twice.
                documents.add(new MongoOperation.Put(
                        MongoCollections.COUNTERS,
                        new BsonDocument("_id", new BsonString(id))
                                .append("position", new BsonInt64(young.position()))
                                .append("value", new BsonInt64(young.value()))));
            }
        });
    }
}
