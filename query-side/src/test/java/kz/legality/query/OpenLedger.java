package kz.legality.query;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import kz.legality.query.store.Document;
import kz.legality.query.store.ReadStore;
import kz.legality.query.store.Selection;
import kz.legality.query.store.rocksdb.RocksReadStore;
import org.axonframework.serialization.Serializer;

/** An event log with a read store in a directory, and the query side over both. */
public final class OpenLedger implements AutoCloseable {
    public final Serializer serializer = StoredJson.serializer();
    public final EventLog log;
    public ReadStore store;
    public QuerySide query;
    private final Path directory;

    public OpenLedger(Path directory) {
        this.directory = directory;
        this.log = new EventLog(serializer);
        this.store = RocksReadStore.open(directory);
        this.query = QuerySide.open(store, log, serializer, RandomLedger.POLICIES, "test");
    }

    /** As after a restart: everything in memory is forgotten. */
    public void reopen() {
        close();
        store = RocksReadStore.open(directory);
        query = QuerySide.open(store, log, serializer, RandomLedger.POLICIES, "test");
    }

    public void catchUp() {
        query.projections().catchUp(progress -> {});
    }

    public void replay(String... views) {
        query.projections().replay(java.util.List.of(views), progress -> {});
    }

    /** Every document of a view, by key. */
    public Map<String, Document> documents(String view) {
        Map<String, Document> documents = new TreeMap<>();
        store.scan(Selection.all(view), it -> documents.put(it.key(), it));
        return documents;
    }

    @Override
    public void close() {
        query.close();
        store.close();
    }
}
