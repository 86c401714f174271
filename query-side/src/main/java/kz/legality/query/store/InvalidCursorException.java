package kz.legality.query.store;

/** A cursor that no page of ours ended with. */
public final class InvalidCursorException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public InvalidCursorException(String cursor, Throwable cause) {
        super("not a cursor of this ledger: " + cursor, cause);
    }
}
