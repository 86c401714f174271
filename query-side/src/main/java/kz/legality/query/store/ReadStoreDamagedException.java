package kz.legality.query.store;

import org.jspecify.annotations.Nullable;

/** What the read store holds cannot be trusted. Nothing is lost: it is made of events and can be made again. */
public final class ReadStoreDamagedException extends ReadStoreException {
    private static final long serialVersionUID = 1L;

    public ReadStoreDamagedException(String store, String what, @Nullable Throwable cause) {
        super(
                "the read store " + store + " is damaged (" + what
                        + "); it holds nothing of its own: throw it away and rebuild it by ./ledger replay",
                cause);
    }
}
