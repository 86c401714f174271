package kz.legality.command.secrecy.rocksdb;

/** Thrown when the key store does not open or does not answer. The message is a sentence for the operator. */
public final class KeysUnavailable extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    KeysUnavailable(String message) {
        super(message);
    }

    KeysUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
