package kz.legality.query.store.mongodb;

import com.mongodb.ConnectionString;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import kz.legality.query.store.Document;
import kz.legality.query.store.KeyText;
import kz.legality.query.store.Page;
import kz.legality.query.store.ReadStore;
import kz.legality.query.store.Selection;
import kz.legality.query.store.Tokens;
import kz.legality.query.store.WriteBatch;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/** The read store of many processes: a database of a MongoDB server or replica set. */
public final class MongoReadStore implements ReadStore {
    private static final int SELECTION_TIMEOUT_MILLIS = 5_000;
    private static final int CONNECT_TIMEOUT_MILLIS = 5_000;
    private static final int ANSWER_TIMEOUT_MILLIS = 60_000;
    private static final int SCAN_PLACES_AT_ONCE = 1_000;
    private static final String IDENTITY = "identity";

    private final MongoCollections collections;
    private final MongoClaims tokens;
    private final MongoCommit commit;
    private final String name;
    private final String identity;

    private MongoReadStore(MongoClient client, String database, boolean journalOnly, Consumer<CommitStep> reached) {
        this.name = "mongodb:" + database;
        this.collections = new MongoCollections(client, database);
        MongoJournal journal = new MongoJournal(collections);
        MongoTokens rows = new MongoTokens(collections);
        boolean transactions = !journalOnly && MongoFailure.named(name, this::hasTransactions);
        boolean pipelines = MongoFailure.named(name, this::hasPipelines);
        this.commit = new MongoCommit(collections, rows, journal, transactions, pipelines, reached);
        this.tokens = new MongoClaims(name, rows, commit, journal);
        this.identity = MongoFailure.named(name, this::identify);
    }

    /**
     * Opens the database that the URI names.
     *
     * @param uri a MongoDB connection string with a database; its timeouts take precedence over ours
     * @throws IllegalArgumentException when it is no such URI
     * @throws kz.legality.query.store.ReadStoreUnavailableException when no server answers within seconds
     */
    public static MongoReadStore open(String uri) {
        return open(uri, false, step -> {});
    }

    /** For tests: {@code journalOnly} does without transactions, {@code reached} is told each step of a commit. */
    static MongoReadStore open(String uri, boolean journalOnly, Consumer<CommitStep> reached) {
        ConnectionString connection = new ConnectionString(uri);
        String database = connection.getDatabase();
        if (database == null) {
            throw new IllegalArgumentException("the MongoDB URI names no database: it must end in /NAME");
        }
        MongoClient client = MongoClients.create(MongoClientSettings.builder()
                .applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(SELECTION_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(CONNECT_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)
                        .readTimeout(ANSWER_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS))
                .applyConnectionString(connection)
                .build());
        try {
            return new MongoReadStore(client, database, journalOnly, reached);
        } catch (RuntimeException e) {
            client.close();
            throw e;
        }
    }

    private boolean hasTransactions() {
        BsonDocument hello;
        try {
            hello = command("hello");
        } catch (MongoException e) {
            if (!MongoFailure.isCommandNotFound(e)) {
                throw e;
            }
            hello = command("isMaster");
        }
        boolean router =
                hello.containsKey("msg") && hello.getString("msg").getValue().equals("isdbgrid");
        return router || hello.containsKey("setName");
    }

    /** Tried, not asked: stand-ins for MongoDB claim versions whose updates they do not know. */
    private boolean hasPipelines() {
        var probe = new MongoOperation.Put(
                MongoCollections.FACTS,
                BsonDocument.parse("{_id: 'probe', position: {$numberLong: '0'}, text: '$position'}"));
        try {
            collections.bulkWrite(null, probe.collection(), List.of(probe.model(true)));
            return true;
        } catch (MongoCommandException | MongoBulkWriteException e) {
            if (e.hasErrorLabel("RetryableWriteError")) {
                throw e; // the server is only away
            }
            return false;
        }
    }

    private BsonDocument command(String command) {
        return collections.database.runCommand(BsonDocument.parse("{" + command + ": 1}"), BsonDocument.class);
    }

    private String identify() {
        var facts = collections.of(MongoCollections.FACTS);
        facts.updateOne(
                Filters.eq("_id", IDENTITY),
                Updates.setOnInsert("value", UUID.randomUUID().toString()),
                new UpdateOptions().upsert(true));
        BsonDocument known = facts.find(Filters.eq("_id", IDENTITY)).first();
        if (known == null) {
            throw new IllegalStateException("MongoDB lost an acknowledged write: the store's name is gone");
        }
        return known.getString("value").getValue();
    }

    @Override
    public String identity() {
        return identity;
    }

    @Override
    public Optional<Document> get(String view, String key) {
        return Optional.ofNullable(getAll(view, List.of(key)).get(key));
    }

    @Override
    public Map<String, Document> getAll(String view, Collection<String> keys) {
        KeyText.name(view);
        List<String> asked = List.copyOf(keys);
        asked.forEach(KeyText::key);
        Map<String, Document> found = MongoFailure.named(name, () -> MongoWalk.documents(collections, view, asked));
        Map<String, Document> inOrder = new LinkedHashMap<>();
        for (String key : asked) {
            Document document = found.get(key);
            if (document != null) {
                inOrder.put(key, document);
            }
        }
        return inOrder;
    }

    @Override
    public Page page(Selection selection, @Nullable String cursor, int limit) {
        MongoWalk walk = new MongoWalk(collections, selection, Page.limit(limit) + 1);
        List<Document> documents = new ArrayList<>();
        List<String> places = new ArrayList<>();
        boolean more = MongoFailure.named(name, () -> {
            boolean[] full = {false};
            walk.each(cursor, (place, document) -> {
                full[0] = documents.size() == limit;
                if (!full[0]) {
                    documents.add(document);
                    places.add(place);
                }
                return !full[0];
            });
            return full[0];
        });
        return new Page(documents, more ? Optional.of(Selection.cursor(places.getLast())) : Optional.empty());
    }

    @Override
    public void scan(Selection selection, Consumer<Document> consumer) {
        MongoWalk walk = new MongoWalk(collections, selection, SCAN_PLACES_AT_ONCE);
        run(() -> walk.each(null, (place, document) -> {
            consumer.accept(document);
            return true;
        }));
    }

    @Override
    public Map<String, Long> counters(String view) {
        return MongoFailure.named(name, () -> {
            Map<String, Long> found = new LinkedHashMap<>();
            collections
                    .find(null, MongoCollections.COUNTERS, MongoCollections.belongingTo(KeyText.name(view)))
                    .forEach(stored -> found.put(
                            stored.getString("_id").getValue().substring(view.length() + 1),
                            stored.getNumber("value").longValue()));
            return found;
        });
    }

    @Override
    public void commit(WriteBatch batch) {
        if (!batch.isEmpty()) {
            run(() -> commit.commit(batch));
        }
    }

    @Override
    public void clear(String view) {
        KeyText.name(view);
        run(() -> {
            // Documents first: what a crash leaves then are entries that no document knows.
            collections.drop(MongoCollections.VIEW + view);
            collections.drop(MongoCollections.ENTRIES + view);
            collections.of(MongoCollections.COUNTERS).deleteMany(MongoCollections.belongingTo(view));
        });
    }

    @Override
    public SortedSet<String> views() {
        return MongoFailure.named(name, () -> {
            SortedSet<String> found = new TreeSet<>();
            for (String collection : collections.database.listCollectionNames()) {
                if (collection.startsWith(MongoCollections.VIEW)
                        && collections.of(collection).find().first() != null) {
                    found.add(collection.substring(MongoCollections.VIEW.length()));
                }
            }
            return found;
        });
    }

    @Override
    public Tokens tokens() {
        return tokens;
    }

    @Override
    public void verify() {
        run(() -> command("ping"));
    }

    @Override
    public void close() {
        collections.client.close();
    }

    private void run(Runnable call) {
        MongoFailure.named(name, () -> {
            call.run();
            return true;
        });
    }
}
