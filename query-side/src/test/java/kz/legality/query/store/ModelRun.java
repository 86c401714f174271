package kz.legality.query.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** Random batches, some of them committed again, against maps that hold the same. */
final class ModelRun {
    private static final int ROUNDS = 60;
    private static final int CHANGES_MAX = 40;
    private static final List<String> VIEWS = List.of("v", "view", "view2");
    private static final List<String> INDEXES = List.of("i", "ii");
    private static final List<String> LETTERS = List.of("a", "b", "c", "Z", "0", "é", "ң", "中", " ", "~");
    private static final Comparator<String> BY_BYTES =
            (a, b) -> Arrays.compareUnsigned(a.getBytes(UTF_8), b.getBytes(UTF_8));

    private final ReadStore store;
    private final Random random;
    private final Map<String, TreeMap<String, Document>> documents = new HashMap<>();
    private final Map<String, Map<String, Long>> counters = new HashMap<>();
    private long position;

    ModelRun(ReadStore store, long seed) {
        this.store = store;
        this.random = new Random(seed);
        VIEWS.forEach(view -> documents.put(view, new TreeMap<>(BY_BYTES)));
        VIEWS.forEach(view -> counters.put(view, new HashMap<>()));
    }

    void run() {
        for (int round = 0; round < ROUNDS; round++) {
            WriteBatch batch = batch();
            store.commit(batch);
            if (random.nextInt(4) == 0) {
                store.commit(batch);
            }
            if (random.nextInt(25) == 0) {
                String view = pick(VIEWS);
                store.clear(view);
                documents(view).clear();
                counters(view).clear();
            }
            if (round % 5 == 4) {
                compare();
            }
        }
        compare();
    }

    private WriteBatch batch() {
        WriteBatch batch = new WriteBatch();
        int changes = random.nextInt(CHANGES_MAX);
        for (int i = 0; i < changes; i++) {
            position++;
            String view = pick(VIEWS);
            String key = text(1, 2);
            TreeMap<String, Document> model = documents(view);
            Document old = model.get(key);
            switch (random.nextInt(5)) {
                case 0 -> {
                    batch.delete(view, key, position);
                    model.remove(key);
                }
                case 1 -> {
                    String counter = pick(INDEXES);
                    long delta = random.nextInt(7) - 3;
                    batch.increment(view, counter, delta, position);
                    counters(view).merge(counter, delta, Long::sum);
                }
                default -> {
                    Document young = document(key);
                    if (old != null && random.nextBoolean()) {
                        batch.replace(view, old, young);
                    } else if (old == null && random.nextBoolean()) {
                        batch.append(view, young);
                    } else {
                        batch.put(view, young);
                    }
                    model.put(key, young);
                }
            }
        }
        return batch;
    }

    private Document document(String key) {
        Set<IndexEntry> entries = new HashSet<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            entries.add(new IndexEntry(pick(INDEXES), text(0, 2)));
        }
        return new Document(key, position, ("{\"p\":" + position + "}").getBytes(UTF_8), entries);
    }

    private void compare() {
        for (String view : VIEWS) {
            assertThat(store.counters(view)).isEqualTo(counters(view));
            assertThat(scan(Selection.all(view)))
                    .isEqualTo(List.copyOf(documents(view).values()));
            String key = text(1, 2);
            assertThat(store.get(view, key).orElse(null))
                    .isEqualTo(documents(view).get(key));
            for (String index : INDEXES) {
                Selection whole = Selection.by(view, index);
                assertThat(scan(whole)).isEqualTo(expected(whole));
                Selection part = random.nextBoolean()
                        ? whole.startingWith(text(0, 2))
                        : whole.startingAt(text(0, 2)).endingBefore(text(0, 2));
                Selection turned = random.nextBoolean() ? part.inDescendingOrder() : part;
                assertThat(pages(turned, 1 + random.nextInt(5)))
                        .as("%s", turned)
                        .isEqualTo(expected(turned));
            }
        }
    }

    private List<Document> expected(Selection selection) {
        TreeMap<String, Document> places = new TreeMap<>(BY_BYTES);
        for (Document document : documents(selection.view()).values()) {
            for (IndexEntry entry : document.entries()) {
                boolean in = entry.index().equals(selection.index())
                        && BY_BYTES.compare(entry.sortKey(), selection.from()) >= 0
                        && (selection.to() == null || BY_BYTES.compare(entry.sortKey(), selection.to()) < 0);
                if (in) {
                    places.put(entry.sortKey() + "\u0001" + document.key(), document);
                }
            }
        }
        List<Document> inOrder = List.copyOf(places.values());
        return selection.descending() ? inOrder.reversed() : inOrder;
    }

    private TreeMap<String, Document> documents(String view) {
        return Objects.requireNonNull(documents.get(view));
    }

    private Map<String, Long> counters(String view) {
        return Objects.requireNonNull(counters.get(view));
    }

    private List<Document> scan(Selection selection) {
        List<Document> all = new ArrayList<>();
        store.scan(selection, all::add);
        return all;
    }

    private List<Document> pages(Selection selection, int limit) {
        List<Document> all = new ArrayList<>();
        String cursor = null;
        do {
            Page page = store.page(selection, cursor, limit);
            assertThat(page.documents()).hasSizeLessThanOrEqualTo(limit);
            all.addAll(page.documents());
            cursor = page.next().orElse(null);
        } while (cursor != null);
        return all;
    }

    private String text(int lettersMin, int lettersMax) {
        StringBuilder text = new StringBuilder();
        for (int i = lettersMin + random.nextInt(lettersMax - lettersMin + 1); i > 0; i--) {
            text.append(pick(LETTERS));
        }
        return text.toString();
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
