package kz.legality.query.store.rocksdb;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import kz.legality.query.store.Document;
import kz.legality.query.store.KeyText;
import kz.legality.query.store.Page;
import kz.legality.query.store.ReadStore;
import kz.legality.query.store.ReadStoreDamagedException;
import kz.legality.query.store.Selection;
import kz.legality.query.store.Tokens;
import kz.legality.query.store.WriteBatch;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;

/** The embedded read store: a RocksDB in a directory of its own, for one process. */
public final class RocksReadStore implements ReadStore {
    public static final long BLOCK_CACHE_BYTES = 128L << 20;

    private static final int SCAN_DOCUMENTS_AT_ONCE = 256;

    private final RocksColumns columns;
    private final RocksGate gate;
    private final RocksTokens tokens;

    private RocksReadStore(RocksColumns columns) {
        this.columns = columns;
        this.gate = new RocksGate(columns.directory);
        this.tokens = new RocksTokens(columns, gate);
    }

    /** As {@link #open(Path, long)} with a block cache of {@link #BLOCK_CACHE_BYTES}. */
    public static RocksReadStore open(Path directory) {
        return open(directory, BLOCK_CACHE_BYTES);
    }

    /**
     * Opens the store, or makes an empty one where there is none.
     *
     * @throws kz.legality.query.store.ReadStoreInUseException when it is open already, here or in another process
     * @throws ReadStoreDamagedException when what is there cannot be read
     */
    public static RocksReadStore open(Path directory, long blockCacheBytes) {
        return new RocksReadStore(new RocksColumns(directory, blockCacheBytes));
    }

    @Override
    public String identity() {
        return columns.identity;
    }

    @Override
    public Optional<Document> get(String view, String key) {
        byte[] stored = gate.inside(
                () -> columns.db.get(columns.documents, RocksKeys.in(KeyText.name(view), KeyText.key(key))));
        return stored == null ? Optional.empty() : Optional.of(columns.document(key, stored));
    }

    @Override
    public Map<String, Document> getAll(String view, Collection<String> keys) {
        KeyText.name(view);
        List<String> asked = List.copyOf(keys);
        if (asked.isEmpty()) {
            return Map.of();
        }
        List<byte[]> stored = gate.inside(() -> {
            List<byte[]> wanted = new ArrayList<>(asked.size());
            asked.forEach(key -> wanted.add(RocksKeys.in(view, KeyText.key(key))));
            return columns.db.multiGetAsList(Collections.nCopies(asked.size(), columns.documents), wanted);
        });
        Map<String, Document> found = new LinkedHashMap<>();
        for (int i = 0; i < asked.size(); i++) {
            if (stored.get(i) != null) {
                found.put(asked.get(i), columns.document(asked.get(i), stored.get(i)));
            }
        }
        return found;
    }

    @Override
    public Page page(Selection selection, @Nullable String cursor, int limit) {
        Selection.Bounds bounds = selection.after(cursor);
        List<Document> documents = new ArrayList<>();
        List<String> places = new ArrayList<>();
        boolean[] more = {false};
        RocksWalk walk = new RocksWalk(columns, gate, selection, Page.limit(limit) + 1);
        walk(walk, bounds, false, (place, document) -> {
            more[0] = documents.size() == limit;
            if (!more[0]) {
                documents.add(document);
                places.add(place);
            }
            return !more[0];
        });
        return new Page(documents, more[0] ? Optional.of(Selection.cursor(places.getLast())) : Optional.empty());
    }

    @Override
    public void scan(Selection selection, Consumer<Document> consumer) {
        RocksWalk walk = new RocksWalk(columns, gate, selection, SCAN_DOCUMENTS_AT_ONCE);
        walk(walk, selection.after(null), true, (place, document) -> {
            consumer.accept(document);
            return true;
        });
    }

    @Override
    public Map<String, Long> counters(String view) {
        return gate.inside(() -> {
            Map<String, Long> found = new LinkedHashMap<>();
            try (RocksIterator iterator = columns.db.newIterator(columns.counters)) {
                iterator.seek(RocksKeys.firstOf(KeyText.name(view)));
                for (; iterator.isValid() && RocksKeys.viewOf(iterator.key()).equals(view); iterator.next()) {
                    found.put(
                            RocksKeys.rest(view, iterator.key()),
                            RocksCommit.decode(iterator.value()).value());
                }
                iterator.status();
            }
            return found;
        });
    }

    @Override
    public void commit(WriteBatch batch) {
        if (batch.isEmpty()) {
            return;
        }
        inside(() -> {
            RocksCommit commit = new RocksCommit(columns);
            commit.add(batch);
            if (batch.token().isPresent()) {
                tokens.commit(batch.token().get(), commit);
            } else {
                commit.write();
            }
        });
    }

    @Override
    public void clear(String view) {
        byte[] first = RocksKeys.firstOf(KeyText.name(view));
        byte[] afterLast = RocksKeys.afterLastOf(view);
        inside(() -> {
            try (org.rocksdb.WriteBatch writes = new org.rocksdb.WriteBatch()) {
                writes.deleteRange(columns.documents, first, afterLast);
                writes.deleteRange(columns.entries, first, afterLast);
                writes.deleteRange(columns.counters, first, afterLast);
                columns.db.write(columns.durable, writes);
            }
        });
    }

    @Override
    public SortedSet<String> views() {
        return gate.inside(() -> {
            SortedSet<String> found = new TreeSet<>();
            try (RocksIterator iterator = columns.db.newIterator(columns.documents)) {
                iterator.seekToFirst();
                while (iterator.isValid()) {
                    String view = RocksKeys.viewOf(iterator.key());
                    found.add(view);
                    iterator.seek(RocksKeys.afterLastOf(view));
                }
                iterator.status();
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
        inside(columns.db::verifyChecksum);
    }

    @Override
    public void close() {
        gate.closeOnce(columns::close);
    }

    private interface Deed {
        void run() throws RocksDBException;
    }

    private void inside(Deed deed) {
        gate.inside(() -> {
            deed.run();
            return true;
        });
    }

    private void walk(RocksWalk walk, Selection.Bounds bounds, boolean once, BiPredicate<String, Document> visit) {
        inside(() -> walk.each(bounds, once, visit));
    }
}
