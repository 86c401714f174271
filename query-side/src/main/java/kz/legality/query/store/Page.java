package kz.legality.query.store;

import java.util.List;
import java.util.Optional;

/**
 * Some documents of a selection, in its order.
 *
 * @param next the cursor of the following page; empty when this is the last one
 */
public record Page(List<Document> documents, Optional<String> next) {
    /** The longest page; exports use {@link ReadStore#scan}. */
    public static final int DOCUMENTS_MAX = 1_000;

    public Page {
        documents = List.copyOf(documents);
    }

    /** Refuses a page longer than {@link #DOCUMENTS_MAX} or shorter than one document. */
    public static int limit(int limit) {
        if (limit < 1 || limit > DOCUMENTS_MAX) {
            throw new IllegalArgumentException("a page has 1 to " + DOCUMENTS_MAX + " documents, not " + limit);
        }
        return limit;
    }
}
