package kz.legality.query.store.mongodb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import kz.legality.query.store.ClaimLostException;
import kz.legality.query.store.Document;
import kz.legality.query.store.IndexEntry;
import kz.legality.query.store.Selection;
import kz.legality.query.store.TokenWrite;
import kz.legality.query.store.WriteBatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** On a server without transactions, a commit that ends at any of its steps is there whole, or not at all. */
class MongoJournalCrashTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @ParameterizedTest
    @EnumSource
    void whoever_claims_the_segment_finds_views_and_token_of_one_moment(CommitStep step) {
        String uri = MongoServer.emptyDatabase();
        AtomicReference<@Nullable CommitStep> crashAt = new AtomicReference<>();
        try (MongoReadStore first = MongoReadStore.open(uri, true, reached -> {
                    if (reached == crashAt.get()) {
                        throw new Crash();
                    }
                });
                MongoReadStore second = MongoReadStore.open(uri, true, reached -> {})) {
            first.tokens().create("p", 0, new byte[0]);
            first.tokens().claim("p", 0, "first", NOON, TIMEOUT);
            first.commit(batch("first", 1, "GREY"));
            crashAt.set(step);
            assertThatThrownBy(() -> first.commit(batch("first", 2, "BLACK"))).isInstanceOf(Crash.class);

            byte[] token = second.tokens()
                    .claim("p", 0, "second", NOON.plusSeconds(11), TIMEOUT)
                    .orElseThrow();
            long position = Long.parseLong(new String(token, UTF_8));
            assertThat(position).isEqualTo(step == CommitStep.JOURNAL_WRITTEN ? 1 : 2);
            agree(second, position);

            crashAt.set(null);
            assertThatThrownBy(() -> first.commit(batch("first", 2, "BLACK"))).isInstanceOf(ClaimLostException.class);
            second.commit(batch("second", 2, "BLACK"));
            second.commit(batch("second", 3, "WHITE"));
            agree(second, 3);
        }
    }

    private static void agree(MongoReadStore store, long position) {
        assertThat(store.counters("v")).isEqualTo(Map.of("events", position));
        assertThat(store.get("v", "a").orElseThrow().position()).isEqualTo(position);
        List<Document> listed = new ArrayList<>();
        store.scan(Selection.by("v", "status"), listed::add);
        assertThat(listed).containsExactly(store.get("v", "a").orElseThrow());
        List<Document> rows = new ArrayList<>();
        store.scan(Selection.all("rows"), rows::add);
        assertThat(rows).hasSize((int) position);
    }

    private static WriteBatch batch(String owner, long position, String status) {
        byte[] json = "{}".getBytes(UTF_8);
        return new WriteBatch()
                .put("v", new Document("a", position, json, Set.of(new IndexEntry("status", status))))
                .append("rows", new Document("a|" + position, position, json, Set.of()))
                .increment("v", "events", 1, position)
                .token(new TokenWrite(
                        "p", 0, owner, NOON, Long.toString(position).getBytes(UTF_8)));
    }
}
