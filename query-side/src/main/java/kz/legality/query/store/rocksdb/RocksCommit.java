package kz.legality.query.store.rocksdb;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import kz.legality.query.store.Change;
import kz.legality.query.store.Counter;
import kz.legality.query.store.Document;
import kz.legality.query.store.IndexEntry;
import kz.legality.query.store.WriteBatch;
import org.rocksdb.RocksDBException;

/** Turns a batch into writes of RocksDB: reads what is overwritten where nobody knows it, and replaces its entries. */
final class RocksCommit implements AutoCloseable {
    private static final byte[] NOTHING = {};

    private final RocksColumns columns;
    private final org.rocksdb.WriteBatch writes = new org.rocksdb.WriteBatch();

    RocksCommit(RocksColumns columns) {
        this.columns = columns;
    }

    void add(WriteBatch batch) throws RocksDBException {
        for (var view : batch.changes().entrySet()) {
            addChanges(view.getKey(), view.getValue());
        }
        for (var view : batch.increments().entrySet()) {
            addIncrements(view.getKey(), view.getValue());
        }
    }

    void addToken(byte[] key, byte[] value) throws RocksDBException {
        writes.put(columns.tokens, key, value);
    }

    void write() throws RocksDBException {
        // A crash before this returns leaves all of the batch or nothing; one log record holds it.
        columns.db.write(columns.durable, writes);
    }

    private void addChanges(String view, Map<String, Change> changes) throws RocksDBException {
        List<Change> unread = new ArrayList<>();
        List<byte[]> unreadKeys = new ArrayList<>();
        // In the order of keys: neighbours in the batch are neighbours in the memory table, and its path is still warm.
        for (Change change : new TreeMap<>(changes).values()) {
            switch (change.before()) {
                case Change.Before.Absent absent -> apply(view, change, -1, Set.of());
                case Change.Before.Known known ->
                    apply(
                            view,
                            change,
                            known.document().position(),
                            known.document().entries());
                case Change.Before.Unknown unknown -> {
                    unread.add(change);
                    unreadKeys.add(RocksKeys.in(view, change.key()));
                }
            }
        }
        if (unread.isEmpty()) {
            return;
        }
        List<byte[]> stored =
                columns.db.multiGetAsList(Collections.nCopies(unreadKeys.size(), columns.documents), unreadKeys);
        for (int i = 0; i < unread.size(); i++) {
            byte[] old = stored.get(i);
            if (old == null) {
                apply(view, unread.get(i), -1, Set.of());
            } else {
                apply(view, unread.get(i), StoredDocument.position(old), StoredDocument.entries(old));
            }
        }
    }

    /** @param oldPosition -1 when no document is overwritten */
    private void apply(String view, Change change, long oldPosition, Set<IndexEntry> oldEntries)
            throws RocksDBException {
        if (oldPosition >= change.position()) {
            return; // a replay: what stands there has seen this event
        }
        byte[] key = RocksKeys.in(view, change.key());
        switch (change) {
            case Change.Put put -> {
                Document document = put.document();
                writes.put(columns.documents, key, StoredDocument.encode(document));
                replaceEntries(view, change.key(), oldEntries, document.entries());
            }
            case Change.Delete delete -> {
                writes.delete(columns.documents, key);
                replaceEntries(view, change.key(), oldEntries, Set.of());
            }
        }
    }

    private void replaceEntries(String view, String key, Set<IndexEntry> old, Set<IndexEntry> young)
            throws RocksDBException {
        for (IndexEntry entry : old) {
            if (!young.contains(entry)) {
                writes.delete(columns.entries, RocksKeys.in(view, entry.place(key)));
            }
        }
        for (IndexEntry entry : young) {
            if (!old.contains(entry)) {
                writes.put(columns.entries, RocksKeys.in(view, entry.place(key)), NOTHING);
            }
        }
    }

    private void addIncrements(String view, Map<String, NavigableMap<Long, Long>> increments) throws RocksDBException {
        for (var increment : increments.entrySet()) {
            byte[] key = RocksKeys.in(view, increment.getKey());
            byte[] stored = columns.db.get(columns.counters, key);
            Counter before = stored == null ? Counter.ZERO : decode(stored);
            Counter after = before.after(increment.getValue());
            if (after != before) {
                writes.put(columns.counters, key, encode(after));
            }
        }
    }

    static Counter decode(byte[] stored) {
        ByteBuffer buffer = ByteBuffer.wrap(stored);
        return new Counter(buffer.getLong(), buffer.getLong());
    }

    private static byte[] encode(Counter counter) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(counter.value())
                .putLong(counter.position())
                .array();
    }

    @Override
    public void close() {
        writes.close();
    }
}
