package kz.legality.query.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every read store must hold to. */
public abstract class ReadStoreContract {
    protected static final String DEVICES = "devices";
    private static final String PROCESSOR = "devices-projection";
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    protected ReadStore store;

    /** An empty store. */
    protected abstract ReadStore open();

    @BeforeEach
    void begin() {
        store = open();
    }

    @AfterEach
    void end() {
        if (store != null) {
            store.close();
        }
    }

    // --- documents

    @Test
    void a_document_comes_back_byte_for_byte() {
        byte[] json =
                "{\"brand\":\"Құрылғы $set ü\",\"n\":1.50,\"n\":9007199254740993,\"e\":\"\\u0000\"}".getBytes(UTF_8);
        Document document = new Document("35209900176148", 7, json, Set.of(new IndexEntry("status", "GREY")));
        store.commit(new WriteBatch().put(DEVICES, document));
        assertThat(store.get(DEVICES, "35209900176148")).contains(document);
        assertThat(store.get(DEVICES, "35209900176149")).isEmpty();
        assertThat(store.get("other", "35209900176148")).isEmpty();
    }

    @Test
    void a_later_document_takes_the_place_of_an_earlier_one() {
        store.commit(new WriteBatch().put(DEVICES, document("a", 1, "old")));
        store.commit(new WriteBatch().put(DEVICES, document("a", 2, "new")));
        assertThat(store.get(DEVICES, "a")).contains(document("a", 2, "new"));
    }

    @Test
    void a_deleted_document_is_gone_from_its_indexes_too() {
        store.commit(new WriteBatch().put(DEVICES, document("a", 1, "x", "status=GREY")));
        store.commit(new WriteBatch().delete(DEVICES, "a", 2).delete(DEVICES, "never", 2));
        assertThat(store.get(DEVICES, "a")).isEmpty();
        assertThat(keys(Selection.by(DEVICES, "status"))).isEmpty();
        assertThat(keys(Selection.all(DEVICES))).isEmpty();
    }

    @Test
    void many_documents_are_read_at_once_in_the_order_asked() {
        store.commit(new WriteBatch()
                .put(DEVICES, document("a", 1, "1"))
                .put(DEVICES, document("b", 1, "2"))
                .put(DEVICES, document("c", 1, "3")));
        assertThat(store.getAll(DEVICES, List.of("c", "missing", "a")).keySet()).containsExactly("c", "a");
        assertThat(store.getAll(DEVICES, List.of())).isEmpty();
    }

    @Test
    void an_empty_batch_is_nothing() {
        store.commit(new WriteBatch());
        assertThat(store.views()).isEmpty();
    }

    @Test
    void a_key_that_no_store_could_order_is_refused() {
        for (String key : List.of("", "a\u0001b", "a\nb", "\ud800", "x".repeat(KeyText.KEY_CHARS_MAX + 1))) {
            assertThatThrownBy(() -> document(key, 1, "x")).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> Selection.all("no.dots")).isInstanceOf(IllegalArgumentException.class);
    }

    // --- indexes and order

    @Test
    void a_new_document_replaces_its_index_entries() {
        store.commit(new WriteBatch().put(DEVICES, document("a", 1, "x", "status=GREY", "due=2026-04-01")));
        store.commit(new WriteBatch().put(DEVICES, document("a", 2, "x", "status=BLACK")));
        assertThat(keys(Selection.by(DEVICES, "status").startingWith("GREY"))).isEmpty();
        assertThat(keys(Selection.by(DEVICES, "status").startingWith("BLACK"))).containsExactly("a");
        assertThat(keys(Selection.by(DEVICES, "due"))).isEmpty();
    }

    @Test
    void a_caller_who_has_just_read_the_old_document_spares_the_store_the_read() {
        Document old = document("a", 1, "x", "status=GREY", "brand=N");
        store.commit(new WriteBatch().append(DEVICES, old));
        store.commit(new WriteBatch().replace(DEVICES, old, document("a", 2, "y", "status=BLACK", "brand=N")));
        assertThat(keys(Selection.by(DEVICES, "status"))).containsExactly("a");
        assertThat(keys(Selection.by(DEVICES, "status").startingWith("GREY"))).isEmpty();
        assertThat(keys(Selection.by(DEVICES, "brand"))).containsExactly("a");
    }

    @Test
    void a_document_stands_in_an_index_as_often_as_it_says() {
        store.commit(new WriteBatch()
                .put(DEVICES, document("a", 1, "x", "company=B1", "company=B3"))
                .put(DEVICES, document("b", 1, "x", "company=B2")));
        assertThat(keys(Selection.by(DEVICES, "company"))).containsExactly("a", "b", "a");
    }

    @Test
    void keys_order_by_their_utf8_bytes() {
        List<String> keys =
                new ArrayList<>(List.of("b", "a", "aa", "Z", "é", "я", "ң", "中", "a b", "a~", "0", "\uffee", "￡"));
        keys.addAll(beyondTheBasicPlane());
        WriteBatch batch = new WriteBatch();
        keys.forEach(key -> batch.put(DEVICES, document(key, 1, "x", "name=" + key)));
        store.commit(batch);
        List<String> expected = new ArrayList<>(new HashSet<>(keys));
        expected.sort((a, b) -> Arrays.compareUnsigned(a.getBytes(UTF_8), b.getBytes(UTF_8)));
        assertThat(keys(Selection.all(DEVICES))).isEqualTo(expected);
        assertThat(keys(Selection.by(DEVICES, "name"))).isEqualTo(expected);
        assertThat(keys(Selection.by(DEVICES, "name").inDescendingOrder())).isEqualTo(expected.reversed());
    }

    /** Keys where UTF-8 and UTF-16 disagree; a stand-in server that orders by UTF-16 may leave them out. */
    protected List<String> beyondTheBasicPlane() {
        return List.of("😀", "\ue000", "\ufffd");
    }

    @Test
    void one_index_or_view_never_runs_into_the_next() {
        store.commit(new WriteBatch()
                .put("dev", document("a", 1, "x", "due=1"))
                .put("devices", document("b", 1, "x", "due=1", "dues=1"))
                .put("devices-2", document("c", 1, "x", "due=1")));
        assertThat(keys(Selection.all("dev"))).containsExactly("a");
        assertThat(keys(Selection.by("devices", "due"))).containsExactly("b");
        assertThat(keys(Selection.by("devices", "du"))).isEmpty();
        assertThat(store.views()).containsExactly("dev", "devices", "devices-2");
    }

    @Test
    void a_prefix_selects_what_starts_with_it_and_nothing_else() {
        for (String key : List.of("35|1", "35|2", "35", "350|1", "36", "34\uffff", "\ud7ffa", "\ud7ffb", "\ue000")) {
            store.commit(new WriteBatch().put(DEVICES, document(key, 1, "x", "ix=" + key)));
        }
        assertThat(keys(Selection.all(DEVICES).startingWith("35|"))).containsExactly("35|1", "35|2");
        assertThat(keys(Selection.by(DEVICES, "ix").startingWith("35"))).containsExactly("35", "350|1", "35|1", "35|2");
        assertThat(keys(Selection.all(DEVICES).startingWith("\ud7ff"))).containsExactly("\ud7ffa", "\ud7ffb");
        assertThat(keys(Selection.all(DEVICES).startingWith("9"))).isEmpty();
    }

    @Test
    void a_range_holds_its_beginning_and_not_its_end() {
        for (int day = 1; day <= 9; day++) {
            store.commit(new WriteBatch().put(DEVICES, document("k" + day, 1, "x", "due=2026-03-0" + day)));
        }
        Selection due = Selection.by(DEVICES, "due").startingAt("2026-03-03").endingBefore("2026-03-06");
        assertThat(keys(due)).containsExactly("k3", "k4", "k5");
        assertThat(keys(due.inDescendingOrder())).containsExactly("k5", "k4", "k3");
        assertThat(keys(Selection.by(DEVICES, "due").endingBefore("2026-03-02")))
                .containsExactly("k1");
        assertThat(keys(Selection.all(DEVICES).startingAt("k8"))).containsExactly("k8", "k9");
        assertThat(keys(Selection.all(DEVICES).startingAt("k5").endingBefore("k2")))
                .isEmpty();
    }

    // --- pages

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void pages_go_on_where_the_last_one_ended_whatever_is_inserted_meanwhile(boolean descending) {
        for (int i = 10; i < 40; i += 2) {
            store.commit(new WriteBatch().put(DEVICES, document("k" + i, 1, "x", "status=GREY")));
        }
        Selection selection = Selection.by(DEVICES, "status").startingWith("GREY");
        List<String> seen = new ArrayList<>();
        String cursor = null;
        int inserted = 11;
        do {
            Page page = store.page(descending ? selection.inDescendingOrder() : selection, cursor, 4);
            page.documents().forEach(document -> seen.add(document.key()));
            cursor = page.next().orElse(null);
            store.commit(new WriteBatch().put(DEVICES, document("k" + inserted, 1, "x", "status=GREY")));
            inserted += 10;
        } while (cursor != null);
        assertThat(seen).doesNotHaveDuplicates();
        assertThat(seen.stream().filter(key -> Integer.parseInt(key.substring(1)) % 2 == 0))
                .hasSize(15);
        assertThat(seen).isSortedAccordingTo(descending ? (a, b) -> b.compareTo(a) : String::compareTo);
    }

    @Test
    void the_last_page_has_no_cursor_even_when_it_is_full() {
        store.commit(new WriteBatch().put(DEVICES, document("a", 1, "x")).put(DEVICES, document("b", 1, "x")));
        assertThat(store.page(Selection.all(DEVICES), null, 2).next()).isEmpty();
        assertThat(store.page(Selection.all(DEVICES), null, 1).next()).isPresent();
    }

    @Test
    void a_cursor_cannot_lead_out_of_its_selection() {
        store.commit(new WriteBatch()
                .put(DEVICES, document("a", 1, "x", "s=BLACK"))
                .put(DEVICES, document("b", 1, "x", "s=GREY"))
                .put(DEVICES, document("c", 1, "x", "s=WHITE")));
        Selection grey = Selection.by(DEVICES, "s").startingWith("GREY");
        String low = Selection.cursor("a");
        String high = Selection.cursor("z");
        assertThat(store.page(grey, low, 9).documents()).hasSize(1);
        assertThat(store.page(grey, high, 9).documents()).isEmpty();
        assertThat(store.page(grey.inDescendingOrder(), high, 9).documents()).hasSize(1);
        assertThat(store.page(grey.inDescendingOrder(), low, 9).documents()).isEmpty();
        assertThatThrownBy(() -> store.page(grey, "not a cursor!", 9)).isInstanceOf(InvalidCursorException.class);
        assertThatThrownBy(() -> store.page(grey, null, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    // --- commits

    @Test
    void views_and_token_are_committed_together() {
        store.tokens().create(PROCESSOR, 0, new byte[0]);
        store.tokens().claim(PROCESSOR, 0, "node-1", NOON, TIMEOUT);
        store.commit(new WriteBatch()
                .put(DEVICES, document("a", 5, "x"))
                .increment(DEVICES, "GREY", 1, 5)
                .token(token("node-1", NOON, "5")));
        assertThat(store.get(DEVICES, "a")).isPresent();
        assertThat(claim("node-1", NOON)).isEqualTo("5");
    }

    @Test
    void without_its_claim_nothing_of_a_batch_is_written() {
        store.tokens().create(PROCESSOR, 0, "0".getBytes(UTF_8));
        store.tokens().claim(PROCESSOR, 0, "node-2", NOON, TIMEOUT);
        for (int segment = 0; segment < 2; segment++) {
            TokenWrite write = new TokenWrite(PROCESSOR, segment, "node-1", NOON, "5".getBytes(UTF_8));
            WriteBatch batch = new WriteBatch()
                    .put(DEVICES, document("a", 5, "x", "s=1"))
                    .increment(DEVICES, "GREY", 1, 5)
                    .token(write);
            assertThatThrownBy(() -> store.commit(batch)).isInstanceOf(ClaimLostException.class);
        }
        assertThat(store.get(DEVICES, "a")).isEmpty();
        assertThat(keys(Selection.by(DEVICES, "s"))).isEmpty();
        assertThat(store.counters(DEVICES)).isEmpty();
        assertThat(claim("node-2", NOON)).isEqualTo("0");
    }

    @Test
    void a_batch_committed_twice_changes_nothing_the_second_time() {
        store.tokens().create(PROCESSOR, 0, new byte[0]);
        store.tokens().claim(PROCESSOR, 0, "node-1", NOON, TIMEOUT);
        store.commit(new WriteBatch().put(DEVICES, document("a", 1, "x", "status=GREY")));
        WriteBatch batch = new WriteBatch()
                .put(DEVICES, document("a", 5, "y", "status=BLACK"))
                .append(DEVICES, document("a|5", 5, "row", "row=5"))
                .increment(DEVICES, "BLACK", 1, 5)
                .token(token("node-1", NOON, "5"));
        store.commit(batch);
        Map<String, Document> before = everything();
        store.commit(batch);
        assertThat(everything()).isEqualTo(before);
        assertThat(keys(Selection.by(DEVICES, "status"))).containsExactly("a");
        assertThat(store.counters(DEVICES)).containsExactly(Map.entry("BLACK", 1L));
    }

    @Test
    void what_stands_at_the_same_position_or_a_later_one_is_left_as_it_is() {
        store.commit(new WriteBatch().put(DEVICES, document("a", 5, "five", "status=GREY")));
        for (long position : List.of(4L, 5L)) {
            store.commit(new WriteBatch().put(DEVICES, document("a", position, "stale", "status=BLACK")));
            store.commit(new WriteBatch().delete(DEVICES, "a", position));
        }
        assertThat(store.get(DEVICES, "a")).contains(document("a", 5, "five", "status=GREY"));
        assertThat(keys(Selection.by(DEVICES, "status").startingWith("GREY"))).containsExactly("a");
        assertThat(keys(Selection.by(DEVICES, "status").startingWith("BLACK"))).isEmpty();
    }

    @Test
    void a_batch_keeps_the_last_of_several_changes_of_a_key() {
        store.commit(new WriteBatch().put(DEVICES, document("a", 1, "x", "s=old")));
        WriteBatch batch = new WriteBatch()
                .put(DEVICES, document("a", 2, "x", "s=2"))
                .delete(DEVICES, "a", 3)
                .put(DEVICES, document("a", 4, "x", "s=4"))
                .put(DEVICES, document("a", 3, "late", "s=3"))
                .put(DEVICES, document("b", 4, "x"))
                .delete(DEVICES, "b", 5);
        assertThat(batch.get(DEVICES, "a")).contains(document("a", 4, "x", "s=4"));
        assertThat(batch.changes(DEVICES, "b")).isTrue();
        assertThat(batch.get(DEVICES, "b")).isEmpty();
        store.commit(batch);
        assertThat(keys(Selection.all(DEVICES))).containsExactly("a");
        assertThat(keys(Selection.by(DEVICES, "s"))).containsExactly("a");
        assertThat(keys(Selection.by(DEVICES, "s").startingWith("4"))).containsExactly("a");
    }

    @Test
    void counters_count_each_event_once_however_a_replay_is_cut() {
        store.commit(new WriteBatch()
                .increment(DEVICES, "GREY", 1, 1)
                .increment(DEVICES, "GREY", 1, 2)
                .increment(DEVICES, "WHITE", 5, 2)
                .increment(DEVICES, "GREY", -1, 3));
        store.commit(new WriteBatch().increment(DEVICES, "GREY", 1, 2).increment(DEVICES, "GREY", -1, 3));
        store.commit(new WriteBatch()
                .increment(DEVICES, "GREY", -1, 3)
                .increment(DEVICES, "GREY", 3, 4)
                .increment(DEVICES, "GREY", -1, 4));
        assertThat(store.counters(DEVICES)).isEqualTo(Map.of("GREY", 3L, "WHITE", 5L));
        assertThat(store.counters("devices-2")).isEmpty();
    }

    @Test
    void a_batch_of_many_thousands_is_committed() {
        WriteBatch batch = new WriteBatch();
        for (int i = 0; i < 5_000; i++) {
            batch.put(DEVICES, document("k" + i, 1, "x".repeat(200), "s=" + i % 7));
        }
        store.commit(batch);
        int[] seen = {0};
        store.scan(Selection.by(DEVICES, "s"), document -> seen[0]++);
        assertThat(seen[0]).isEqualTo(5_000);
    }

    // --- clearing

    @Test
    void clearing_a_view_leaves_the_others() {
        for (String view : List.of("dev", "devices", "devices-2")) {
            store.commit(
                    new WriteBatch().put(view, document("a", 9, "x", "s=1")).increment(view, "n", 1, 9));
        }
        store.clear("devices");
        assertThat(keys(Selection.all("devices"))).isEmpty();
        assertThat(keys(Selection.by("devices", "s"))).isEmpty();
        assertThat(store.counters("devices")).isEmpty();
        assertThat(store.views()).containsExactly("dev", "devices-2");
        assertThat(keys(Selection.by("dev", "s"))).containsExactly("a");
        assertThat(store.counters("devices-2")).isEqualTo(Map.of("n", 1L));
        store.commit(new WriteBatch()
                .put("devices", document("a", 1, "again", "s=1"))
                .increment("devices", "n", 1, 1));
        assertThat(keys(Selection.by("devices", "s"))).containsExactly("a");
        assertThat(store.counters("devices")).isEqualTo(Map.of("n", 1L));
        store.clear("never-was");
    }

    // --- tokens

    @Test
    void a_token_is_created_once() {
        assertThat(store.tokens().create(PROCESSOR, 3, "a".getBytes(UTF_8))).isTrue();
        assertThat(store.tokens().create(PROCESSOR, 3, "b".getBytes(UTF_8))).isFalse();
        assertThat(store.tokens().create(PROCESSOR, 11, new byte[0])).isTrue();
        assertThat(store.tokens().create(PROCESSOR + "2", 7, new byte[0])).isTrue();
        assertThat(store.tokens().segments(PROCESSOR)).containsExactly(3, 11);
        assertThat(store.tokens().claim(PROCESSOR, 3, "n", NOON, TIMEOUT)).contains("a".getBytes(UTF_8));
        assertThat(store.tokens().claim(PROCESSOR, 4, "n", NOON, TIMEOUT)).isEmpty();
        assertThat(store.tokens().find(PROCESSOR, 4)).isEmpty();
    }

    @Test
    void a_claim_can_be_taken_over_after_its_timeout_and_not_before() {
        Tokens tokens = store.tokens();
        tokens.create(PROCESSOR, 0, "t".getBytes(UTF_8));
        assertThat(tokens.find(PROCESSOR, 0).orElseThrow().owner()).isEmpty();
        assertThat(claim("node-1", NOON)).isEqualTo("t");
        assertThat(claim("node-2", NOON.plusSeconds(10))).isNull();
        assertThat(claim("node-1", NOON.plusSeconds(5))).isEqualTo("t");
        assertThat(claim("node-2", NOON.plusSeconds(11))).isNull();
        assertThat(tokens.extend(PROCESSOR, 0, "node-1", NOON.plusSeconds(9))).isTrue();
        assertThat(tokens.extend(PROCESSOR, 0, "node-2", NOON.plusSeconds(9))).isFalse();
        assertThat(claim("node-2", NOON.plusSeconds(18))).isNull();
        assertThat(claim("node-2", NOON.plusSeconds(20))).isEqualTo("t");
        assertThat(tokens.find(PROCESSOR, 0)).contains(new Tokens.Claim(Optional.of("node-2"), NOON.plusSeconds(20)));
        assertThat(tokens.extend(PROCESSOR, 0, "node-1", NOON.plusSeconds(21))).isFalse();
        assertThat(tokens.release(PROCESSOR, 0, "node-1")).isFalse();
        assertThat(tokens.delete(PROCESSOR, 0, "node-1")).isFalse();
    }

    @Test
    void a_released_claim_is_free_and_a_deleted_token_is_gone() {
        Tokens tokens = store.tokens();
        tokens.create(PROCESSOR, 0, "t".getBytes(UTF_8));
        claim("node-1", NOON);
        assertThat(tokens.release(PROCESSOR, 0, "node-1")).isTrue();
        assertThat(tokens.extend(PROCESSOR, 0, "node-1", NOON)).isFalse();
        assertThat(claim("node-2", NOON)).isEqualTo("t");
        assertThat(tokens.delete(PROCESSOR, 0, "node-2")).isTrue();
        assertThat(tokens.segments(PROCESSOR)).isEmpty();
        assertThat(claim("node-2", NOON)).isNull();
    }

    @Test
    void a_commit_renews_the_claim() {
        store.tokens().create(PROCESSOR, 0, new byte[0]);
        claim("node-1", NOON);
        store.commit(new WriteBatch().token(token("node-1", NOON.plusSeconds(60), "1")));
        assertThat(claim("node-2", NOON.plusSeconds(65))).isNull();
    }

    @Test
    void a_store_keeps_its_name() {
        assertThat(store.identity()).isNotEmpty().isEqualTo(store.identity());
        store.verify();
    }

    // --- scanning

    @Test
    void a_hundred_thousand_documents_are_scanned_in_order_and_in_bounded_memory() {
        int documents = 100_000;
        String filler = "x".repeat(2_000);
        for (int from = 0; from < documents; from += 2_000) {
            WriteBatch batch = new WriteBatch();
            for (int i = from; i < from + 2_000; i++) {
                batch.append(DEVICES, document("%08d".formatted(i), 1, filler, "s=%08d".formatted(documents - i)));
            }
            store.commit(batch);
        }
        for (Selection selection :
                List.of(Selection.all(DEVICES), Selection.by(DEVICES, "s").inDescendingOrder())) {
            int[] seen = {0};
            long[] mostHeld = {0};
            long before = heldBytes();
            store.scan(selection, document -> {
                assertThat(document.key()).isEqualTo("%08d".formatted(seen[0]++));
                if (seen[0] % 25_000 == 0) {
                    mostHeld[0] = Math.max(mostHeld[0], heldBytes() - before);
                }
            });
            assertThat(seen[0]).isEqualTo(documents);
            // All of them would be 200 MB.
            assertThat(mostHeld[0]).isLessThan(40L << 20);
        }
    }

    private static long heldBytes() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    // --- against a model

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void it_agrees_with_a_simple_model(long seed) {
        try {
            new ModelRun(store, seed).run();
        } catch (AssertionError | RuntimeException e) {
            System.err.println("the model run failed with seed " + seed);
            throw e;
        }
    }

    // --- words for the tests

    /** Entries are given as "index=sortKey". */
    protected static Document document(String key, long position, String text, String... entries) {
        Set<IndexEntry> set = new HashSet<>();
        for (String entry : entries) {
            int equals = entry.indexOf('=');
            set.add(new IndexEntry(entry.substring(0, equals), entry.substring(equals + 1)));
        }
        return new Document(key, position, ("{\"t\":\"" + text + "\"}").getBytes(UTF_8), set);
    }

    private static TokenWrite token(String owner, Instant at, String token) {
        return new TokenWrite(PROCESSOR, 0, owner, at, token.getBytes(UTF_8));
    }

    private @Nullable String claim(String owner, Instant now) {
        return store.tokens()
                .claim(PROCESSOR, 0, owner, now, TIMEOUT)
                .map(bytes -> new String(bytes, UTF_8))
                .orElse(null);
    }

    private List<String> keys(Selection selection) {
        List<String> keys = new ArrayList<>();
        store.scan(selection, document -> keys.add(document.key()));
        return keys;
    }

    private Map<String, Document> everything() {
        Map<String, Document> all = new TreeMap<>();
        store.scan(Selection.all(DEVICES), document -> all.put(document.key(), document));
        return all;
    }
}
