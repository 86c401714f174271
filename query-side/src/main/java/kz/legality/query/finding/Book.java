package kz.legality.query.finding;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import kz.legality.query.json.Json;
import kz.legality.query.store.Document;
import kz.legality.query.store.IndexEntry;
import kz.legality.query.store.ReadStore;
import kz.legality.query.store.WriteBatch;
import org.jspecify.annotations.Nullable;

/**
 * Tracing's pages in the read store. Each commit has a generation of its own, which stands where other views keep a
 * position: what is judged again at the same position must still be written. A crash leaves whole commits only, and
 * what they hold is overwritten when the same events are judged again.
 */
final class Book {
    private final ReadStore store;
    private final Map<String, Map<String, @Nullable Page>> pages = new LinkedHashMap<>();
    private final Map<String, Long> counting = new TreeMap<>();
    private Docs.State state;

    private record Page(byte[] json, Set<IndexEntry> entries) {}

    Book(ReadStore store, String revision) {
        this.store = store;
        Docs.State kept = store.get(Docs.STATE, Docs.STATE)
                .map(Docs.State.JSON::read)
                .orElse(new Docs.State("", -1, 0, Map.of()));
        if (!kept.revision().equals(revision)) {
            Docs.ALL.forEach(store::clear);
            kept = new Docs.State(revision, -1, 0, Map.of());
        }
        state = kept;
        counting.putAll(kept.counting());
    }

    /** The last event whose consequences are all recorded. */
    long position() {
        return state.position();
    }

    static Map<String, Long> countingIn(ReadStore store) {
        return store.get(Docs.STATE, Docs.STATE)
                .map(it -> Docs.State.JSON.read(it).counting())
                .orElse(Map.of());
    }

    static long positionIn(ReadStore store) {
        return store.get(Docs.STATE, Docs.STATE)
                .map(it -> Docs.State.JSON.read(it).position())
                .orElse(-1L);
    }

    ReadStore store() {
        return store;
    }

    <T> Optional<T> get(String view, String key, Json<T> json) {
        Map<String, @Nullable Page> changed = pages.get(view);
        if (changed != null && changed.containsKey(key)) {
            Page page = changed.get(key);
            return page == null
                    ? Optional.empty()
                    : Optional.of(json.read(new Document(key, 0, page.json(), Set.of())));
        }
        return store.get(view, key).map(json::read);
    }

    <T> void put(String view, String key, Json<T> json, T value, IndexEntry... entries) {
        pages.computeIfAbsent(view, none -> new LinkedHashMap<>())
                .put(key, new Page(json.write(value), new HashSet<>(Set.of(entries))));
    }

    /** One finding more stands, or one less. */
    void count(String rule, int more) {
        counting.merge(rule, (long) more, (before, change) -> before + change == 0 ? null : before + change);
    }

    void delete(String view, String key) {
        pages.computeIfAbsent(view, none -> new LinkedHashMap<>()).put(key, null);
    }

    void commit() {
        commitAt(state.position());
    }

    /** Writes everything, and that all up to {@code position} is dealt with. */
    void commitAt(long position) {
        if (pages.isEmpty() && position == state.position()) {
            return;
        }
        Docs.State next = new Docs.State(state.revision(), position, state.generation() + 1, Map.copyOf(counting));
        WriteBatch batch = new WriteBatch();
        pages.forEach((view, changed) -> changed.forEach((key, page) -> {
            if (page == null) {
                batch.delete(view, key, next.generation());
            } else {
                batch.put(view, new Document(key, next.generation(), page.json(), page.entries()));
            }
        }));
        batch.put(Docs.STATE, new Document(Docs.STATE, next.generation(), Docs.State.JSON.write(next), Set.of()));
        store.commit(batch);
        pages.clear();
        state = next;
    }
}
