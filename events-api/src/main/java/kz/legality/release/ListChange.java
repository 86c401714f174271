package kz.legality.release;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a release did to one IMEI's row.
 *
 * @param <R> a row, compared by {@code equals}
 * @param before null where the IMEI was not on the list
 * @param after null where it is no longer
 */
public record ListChange<R>(@Nullable R before, @Nullable R after) {
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    public ListChange {
        if (Objects.equals(before, after)) {
            throw new IllegalArgumentException("nothing changed");
        }
    }

    public Kind kind() {
        return kind(before, after);
    }

    /** Of a row that was this and is that; null where it was not, or is no longer, on the list. */
    public static Kind kind(@Nullable Object before, @Nullable Object after) {
        return before == null ? Kind.ADDED : after == null ? Kind.REMOVED : Kind.CHANGED;
    }

    /**
     * This change and the next one as one; empty where they undo each other. A row that left and came back as another is
     * changed, so that whoever takes the delta holds the very list of the release.
     *
     * @throws IllegalStateException when the next one does not begin where this one ended, as two additions in a row do
     */
    public Optional<ListChange<R>> then(ListChange<R> next) {
        if (!Objects.equals(after, next.before)) {
            throw new IllegalStateException("a row is " + next.kind() + " that the release before left as " + kind());
        }
        return Objects.equals(before, next.after)
                ? Optional.empty()
                : Optional.of(new ListChange<>(before, next.after));
    }
}
