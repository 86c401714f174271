package kz.legality.query.store;

import org.jspecify.annotations.Nullable;

/** Another ledger has the read store open. */
public final class ReadStoreInUseException extends ReadStoreException {
    private static final long serialVersionUID = 1L;

    public ReadStoreInUseException(String store, @Nullable Throwable cause) {
        super("the read store " + store + " is in use by another ledger; stop that one, or talk to it", cause);
    }
}
