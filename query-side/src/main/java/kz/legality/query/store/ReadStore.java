package kz.legality.query.store;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where projections keep what they made of the events.
 *
 * <p>A <em>view</em> is a named collection of {@linkplain Document documents} by key, with named ordered indexes and
 * named counters. It comes into being with its first document. Keys and sort keys order by their UTF-8 bytes, in every
 * adapter alike.
 *
 * <p><b>One writer.</b> A document and a counter are written by one segment of one processor at a time, in the order of
 * positions. Reading takes no lock and any number of threads may read.
 *
 * <p><b>Commits.</b> A batch is written whole or not at all, its token included, and is on disk when {@link #commit}
 * returns. (On a stand-alone MongoDB "at all" is reached by a journal: a reader may see a batch half written, and
 * what a crash leaves half written is completed when the segment is claimed again; a batch without a token is written
 * there document by document.) What stands at the position of a
 * change or later is left as it is, so a batch that is committed twice, or cut differently after a crash, changes
 * nothing the second time.
 *
 * <p>Every call may throw a {@link ReadStoreException}.
 */
public interface ReadStore extends AutoCloseable {
    /** Names this store; given once, when it came into being. */
    String identity();

    Optional<Document> get(String view, String key);

    /** The documents that are there, by key, in the order asked. */
    Map<String, Document> getAll(String view, Collection<String> keys);

    /**
     * Documents after a cursor. A page goes on where the last one ended, whatever was inserted meanwhile.
     *
     * @param cursor where the last page ended ({@link Page#next}); null is the beginning
     * @param limit 1 to {@link Page#DOCUMENTS_MAX} documents
     * @throws InvalidCursorException when the cursor is none of ours
     */
    Page page(Selection selection, @Nullable String cursor, int limit);

    /**
     * Hands over every selected document, in order, in bounded memory. RocksDB shows the state at the call; MongoDB
     * shows each document as it is when reached.
     */
    void scan(Selection selection, Consumer<Document> consumer);

    /** The view's counters by name; as cheap as reading one document. */
    Map<String, Long> counters(String view);

    /**
     * Writes a batch; an empty one is nothing. The batch is unchanged and can be committed again.
     *
     * @throws ClaimLostException when the batch has a token whose claim its owner lost; nothing was written
     * @throws ReadStoreUnavailableException when it is unknown whether it was written; commit it again
     */
    void commit(WriteBatch batch);

    /** Empties a view: documents, indexes, counters. Its processor must hold still meanwhile. */
    void clear(String view);

    /** The views that hold a document. */
    SortedSet<String> views();

    Tokens tokens();

    /**
     * Checks what the store can check of itself: RocksDB reads every block and compares its checksum, MongoDB keeps
     * that to itself and only answers that it is there.
     *
     * @throws ReadStoreDamagedException when a check fails
     */
    void verify();

    @Override
    void close();
}
