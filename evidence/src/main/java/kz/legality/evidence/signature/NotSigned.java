package kz.legality.evidence.signature;

import org.jspecify.annotations.Nullable;

/** A paper could not be signed. The message says why, in words for whoever keeps the ledger. */
public final class NotSigned extends Exception {
    private static final long serialVersionUID = 1L;

    public NotSigned(String why, @Nullable Throwable cause) {
        super(why, cause);
    }
}
