package kz.legality.query.store;

import org.jspecify.annotations.Nullable;

/** Why the read store could not do what it was asked; each reason is a class of its own. */
public abstract sealed class ReadStoreException extends RuntimeException
        permits ReadStoreDamagedException,
                ReadStoreInUseException,
                ReadStoreUnavailableException,
                ReadStoreClosedException,
                ClaimLostException {
    private static final long serialVersionUID = 1L;

    ReadStoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
