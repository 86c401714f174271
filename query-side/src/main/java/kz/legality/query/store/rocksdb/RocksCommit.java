package kz.legality.query.store.rocksdb;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import kz.legality.query.store.Change;
import kz.legality.query.store.Counter;
import kz.legality.query.store.Document;
import kz.legality.query.store.IndexEntry;
import kz.legality.query.store.KeyText;
import kz.legality.query.store.WriteBatch;
import org.rocksdb.RocksDBException;

/** Turns a batch into writes of RocksDB: reads what is overwritten where nobody knows it, and replaces its entries. */
final class RocksCommit {
    private static final Comparator<Change> BY_KEY = Comparator.comparing(Change::key);

    private final RocksColumns columns;
    private final RocksWrites writes = new RocksWrites();

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

    void addToken(byte[] key, byte[] value) {
        writes.put(columns.tokens).part(key).part(value);
    }

    void write() throws RocksDBException {
        // A crash before this returns leaves all of the batch or nothing; one log record holds it.
        try (org.rocksdb.WriteBatch batch = writes.batch()) {
            columns.db.write(columns.durable, batch);
        }
    }

    private void addChanges(String view, Map<String, Change> changes) throws RocksDBException {
        List<Change> unread = new ArrayList<>();
        List<byte[]> unreadKeys = new ArrayList<>();
        // In the order of keys: neighbours in the batch are neighbours in the memory table, and its path is still warm.
        Change[] sorted = changes.values().toArray(Change[]::new);
        Arrays.sort(sorted, BY_KEY);
        byte[] prefix = RocksKeys.firstOf(view);
        for (Change change : sorted) {
            switch (change.before()) {
                case Change.Before.Absent absent -> apply(prefix, change, -1, Set.of());
                case Change.Before.Known known ->
                    apply(
                            prefix,
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
                apply(prefix, unread.get(i), -1, Set.of());
            } else {
                apply(prefix, unread.get(i), StoredDocument.position(old), StoredDocument.entries(old));
            }
        }
    }

    /**
     * @param prefix of every key of the view
     * @param oldPosition -1 when no document is overwritten
     */
    private void apply(byte[] prefix, Change change, long oldPosition, Set<IndexEntry> oldEntries) {
        if (oldPosition >= change.position()) {
            return; // a replay: what stands there has seen this event
        }
        byte[] key = change.key().getBytes(UTF_8);
        switch (change) {
            case Change.Put put -> {
                Document document = put.document();
                writes.put(columns.documents).beginPart().raw(prefix).raw(key).endPart();
                writes.beginPart();
                StoredDocument.encode(document, writes);
                writes.endPart();
                replaceEntries(prefix, key, oldEntries, document.entries());
            }
            case Change.Delete delete -> {
                writes.delete(columns.documents)
                        .beginPart()
                        .raw(prefix)
                        .raw(key)
                        .endPart();
                replaceEntries(prefix, key, oldEntries, Set.of());
            }
        }
    }

    private void replaceEntries(byte[] prefix, byte[] key, Set<IndexEntry> old, Set<IndexEntry> young) {
        for (IndexEntry entry : old) {
            if (!young.contains(entry)) {
                place(writes.delete(columns.entries), prefix, entry, key);
            }
        }
        for (IndexEntry entry : young) {
            if (!old.contains(entry)) {
                place(writes.put(columns.entries), prefix, entry, key)
                        .beginPart()
                        .endPart();
            }
        }
    }

    /** As {@link IndexEntry#place} has it. */
    private static RocksWrites place(RocksWrites writes, byte[] prefix, IndexEntry entry, byte[] key) {
        return writes.beginPart()
                .raw(prefix)
                .text(entry.index())
                .octet(KeyText.SEPARATOR)
                .text(entry.sortKey())
                .octet(KeyText.SEPARATOR)
                .raw(key)
                .endPart();
    }

    private void addIncrements(String view, Map<String, NavigableMap<Long, Long>> increments) throws RocksDBException {
        for (var increment : increments.entrySet()) {
            byte[] key = RocksKeys.in(view, increment.getKey());
            byte[] stored = columns.db.get(columns.counters, key);
            Counter before = stored == null ? Counter.ZERO : decode(stored);
            Counter after = before.after(increment.getValue());
            if (after != before) {
                writes.put(columns.counters).part(key).part(encode(after));
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
}
