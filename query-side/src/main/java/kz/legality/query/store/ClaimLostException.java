package kz.legality.query.store;

/** The batch speaks for a segment that another has claimed meanwhile; nothing of the batch was written. */
public final class ClaimLostException extends ReadStoreException {
    private static final long serialVersionUID = 1L;

    public ClaimLostException(TokenWrite write) {
        super(
                write.owner() + " no longer holds the claim of segment " + write.segment() + " of " + write.processor()
                        + "; nothing was written",
                null);
    }
}
