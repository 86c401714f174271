package kz.legality.release;

import java.util.Locale;
import java.util.Optional;
import kz.legality.device.ListStatus;
import org.jspecify.annotations.Nullable;

/** A list that is released. */
public enum ListName {
    BLACK(ListStatus.BLACK, "blocked", "unblocked"),
    GREY(ListStatus.GREY, "added", "removed"),
    WHITE(ListStatus.WHITE, "added", "removed"),
    /** IMEI and subscriber together: who keeps a phone connected whose copies are not. */
    EXCEPTIONS(null, "added", "removed"),
    /** IMEI and subscriber together: whom his operator warns before his phone is cut off. */
    NOTIFICATIONS(null, "new", "resolved");

    private final @Nullable ListStatus status;
    private final String added;
    private final String removed;

    ListName(@Nullable ListStatus status, String added, String removed) {
        this.status = status;
        this.added = added;
        this.removed = removed;
    }

    /** The list of that name, in any letter case; empty if there is none. */
    public static Optional<ListName> of(String written) {
        try {
            return Optional.of(valueOf(written.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** The status of the IMEIs that stand on it; empty where subscribers do. */
    public Optional<ListStatus> status() {
        return Optional.ofNullable(status);
    }

    /** Whether its rows name subscribers: each operator is shown its own, and nobody else any. */
    public boolean namesSubscribers() {
        return status == null;
    }

    /** As it stands in addresses and file names. */
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * DIRBS's word for the kind of change.
     *
     * @param cause of a removal; only the list of notifications tells them apart
     */
    public String word(ListChange.Kind kind, @Nullable RemovalCause cause) {
        return switch (kind) {
            case ADDED -> added;
            case REMOVED -> this == NOTIFICATIONS && cause != null ? cause.written() : removed;
            case CHANGED -> "changed";
        };
    }
}
