package kz.legality.query.projection;

import org.jspecify.annotations.Nullable;

/** Thrown to whoever waits for views that do not move. */
public final class ProjectionStalledException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ProjectionStalledException(long position, long head, @Nullable Throwable cause) {
        super(
                "the views stand at position " + position + " of " + head + " and do not move; "
                        + (cause == null ? "another ledger may be projecting into this read store" : "see the cause"),
                cause);
    }
}
