package kz.legality.query.store;

import org.jspecify.annotations.Nullable;

/** The store did not answer, or not in time. Whether a commit took place is unknown; committing the same batch again is safe. */
public final class ReadStoreUnavailableException extends ReadStoreException {
    private static final long serialVersionUID = 1L;

    public ReadStoreUnavailableException(String store, String what, @Nullable Throwable cause) {
        super("the read store " + store + " did not answer (" + what + "); the same can safely be tried again", cause);
    }
}
