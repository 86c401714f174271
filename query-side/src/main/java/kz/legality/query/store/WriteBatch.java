package kz.legality.query.store;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import kz.legality.query.store.Change.Before;
import org.jspecify.annotations.Nullable;

/**
 * What a projector makes of some events, to be committed at once. It keeps one change a key: a later change takes the
 * place of an earlier one, and one of an earlier position is ignored, as the store would.
 *
 * <p>Not for several threads.
 */
public final class WriteBatch {
    private final Map<String, Map<String, Change>> changes = new LinkedHashMap<>();
    private final Map<String, Map<String, NavigableMap<Long, Long>>> increments = new LinkedHashMap<>();
    private @Nullable TokenWrite token;

    /** Writes a document; the store reads what it overwrites, to replace its index entries. */
    public WriteBatch put(String view, Document document) {
        return change(view, new Change.Put(document, Before.UNKNOWN));
    }

    /** Writes a document over the one the caller has just read, which spares the store a read. */
    public WriteBatch replace(String view, Document previous, Document document) {
        if (!previous.key().equals(document.key())) {
            throw new IllegalArgumentException("'" + document.key() + "' cannot replace '" + previous.key() + "'");
        }
        return change(view, new Change.Put(document, new Before.Known(previous)));
    }

    /**
     * Writes a document under a key that was never written by another event (a row of history), or that the caller has
     * just found absent; spares the store a read. Written again by a replay it stays as it is.
     */
    public WriteBatch append(String view, Document document) {
        return change(view, new Change.Put(document, Before.ABSENT));
    }

    /**
     * Removes a document; nothing when it is not there, or is there by a later event. The store remembers nothing of it:
     * an old batch that wrote it would write it again.
     */
    public WriteBatch delete(String view, String key, long position) {
        return change(view, new Change.Delete(KeyText.key(key), position, Before.UNKNOWN));
    }

    /**
     * Adds to a counter, which begins at zero. The store remembers the position of the last increment and ignores those
     * at or before it, so an event counts once, however often it is replayed. A counter has one writer: a processor with
     * several segments keeps a counter for each and adds them up on reading.
     */
    public WriteBatch increment(String view, String counter, long delta, long position) {
        if (position < 0) {
            throw new IllegalArgumentException("an increment's position is negative: " + position);
        }
        increments
                .computeIfAbsent(KeyText.name(view), name -> new LinkedHashMap<>())
                .computeIfAbsent(KeyText.name(counter), name -> new TreeMap<>())
                .merge(position, delta, Math::addExact);
        return this;
    }

    /** The progress to be written with the views; the last one given counts. */
    public WriteBatch token(TokenWrite write) {
        if (token != null && (!token.processor().equals(write.processor()) || token.segment() != write.segment())) {
            throw new IllegalStateException("a batch has the token of one segment: " + token.processor() + "/"
                    + token.segment() + ", not also " + write.processor() + "/" + write.segment());
        }
        token = write;
        return this;
    }

    /** Whether the batch changes the key; then {@link #get} says what stands there after it. */
    public boolean changes(String view, String key) {
        return changes.getOrDefault(view, Map.of()).containsKey(key);
    }

    /** The document the batch leaves under a key; empty when it deletes it or does not touch it. */
    public Optional<Document> get(String view, String key) {
        Change change = changes.getOrDefault(view, Map.of()).get(key);
        return change instanceof Change.Put put ? Optional.of(put.document()) : Optional.empty();
    }

    public boolean isEmpty() {
        return changes.isEmpty() && increments.isEmpty() && token == null;
    }

    /** The changes by view and key, for adapters. */
    public Map<String, Map<String, Change>> changes() {
        return Collections.unmodifiableMap(changes);
    }

    /** The increments by view, counter and position, for adapters. */
    public Map<String, Map<String, NavigableMap<Long, Long>>> increments() {
        return Collections.unmodifiableMap(increments);
    }

    public Optional<TokenWrite> token() {
        return Optional.ofNullable(token);
    }

    private WriteBatch change(String view, Change change) {
        changes.computeIfAbsent(KeyText.name(view), name -> new LinkedHashMap<>())
                .merge(change.key(), change, WriteBatch::fold);
        return this;
    }

    /** What stood under the key before the batch is known from its first change, not from a later one. */
    private static Change fold(Change earlier, Change later) {
        if (later.position() < earlier.position()) {
            return earlier;
        }
        return switch (later) {
            case Change.Put put -> new Change.Put(put.document(), earlier.before());
            case Change.Delete delete -> new Change.Delete(delete.key(), delete.position(), earlier.before());
        };
    }
}
