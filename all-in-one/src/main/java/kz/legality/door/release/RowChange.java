package kz.legality.door.release;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import kz.legality.release.ListChange;
import kz.legality.release.ListName;
import kz.legality.release.RemovalCause;
import org.jspecify.annotations.Nullable;

/**
 * A change of one row as it is kept beside the release that made it: {@code {"key", "before", "after", "cause"}}.
 *
 * @param key what the row is known by: its IMEI, and its subscriber where it has one
 * @param cause of a removal, where the list tells them apart
 */
public record RowChange(
        String key, ListChange<JsonNode> change, @Nullable RemovalCause cause) {
    /**
     * As it is kept. The rows are JSON already: a first release is all changes, and reading each to write it again would
     * take longer than all the rest.
     */
    static String kept(String key, @Nullable String before, @Nullable String after, @Nullable RemovalCause cause) {
        return "{\"key\":\"" + key + '"'
                + (before == null ? "" : ",\"before\":" + before)
                + (after == null ? "" : ",\"after\":" + after)
                + (cause == null ? "" : ",\"cause\":\"" + cause.name() + '"')
                + '}';
    }

    static RowChange of(JsonNode kept) {
        // Releases made before lists named subscribers called the key by what it was then.
        String key = kept.path(kept.has("key") ? "key" : "imei").asText();
        String cause = kept.path("cause").asText("");
        return new RowChange(
                key,
                new ListChange<>(kept.get("before"), kept.get("after")),
                cause.isEmpty() ? null : RemovalCause.valueOf(cause));
    }

    /** This and the next as one; empty where they undo each other. */
    Optional<RowChange> then(RowChange next) {
        return change.then(next.change).map(both -> new RowChange(key, both, next.cause));
    }

    /** What it means to who is shown only these rows; empty where it is nothing to him. */
    Optional<RowChange> among(Predicate<JsonNode> shown) {
        JsonNode before = change.before() != null && shown.test(change.before()) ? change.before() : null;
        JsonNode after = change.after() != null && shown.test(change.after()) ? change.after() : null;
        if (Objects.equals(before, after)) {
            return Optional.empty();
        }
        // What is a change to all is a removal to who is shown only what was before.
        boolean moved = after == null && change.after() != null;
        return Optional.of(
                new RowChange(key, new ListChange<>(before, after), moved ? RemovalCause.NO_LONGER_SEEN : cause));
    }

    /** DIRBS's word for it. */
    public String word(ListName list) {
        return list.word(change.kind(), cause);
    }

    /** The row as it is now, or as it was last. */
    public JsonNode row() {
        return change.after() != null
                ? change.after()
                : Objects.requireNonNull(change.before(), "a change has a row before or after it");
    }
}
