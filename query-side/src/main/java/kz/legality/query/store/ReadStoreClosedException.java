package kz.legality.query.store;

/** The store was closed before or while it was asked. */
public final class ReadStoreClosedException extends ReadStoreException {
    private static final long serialVersionUID = 1L;

    public ReadStoreClosedException(String store) {
        super("the read store " + store + " is closed", null);
    }
}
