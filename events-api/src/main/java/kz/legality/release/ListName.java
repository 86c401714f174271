package kz.legality.release;

import java.util.Locale;
import kz.legality.device.ListStatus;

/** A list that is released. */
public enum ListName {
    BLACK(ListStatus.BLACK, "blocked", "unblocked"),
    GREY(ListStatus.GREY, "added", "removed"),
    WHITE(ListStatus.WHITE, "added", "removed");

    private final ListStatus status;
    private final String added;
    private final String removed;

    ListName(ListStatus status, String added, String removed) {
        this.status = status;
        this.added = added;
        this.removed = removed;
    }

    /** The status of the IMEIs that stand on it. */
    public ListStatus status() {
        return status;
    }

    /** As it stands in addresses and file names. */
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** DIRBS's word for the kind of change. */
    public String word(ListChange.Kind kind) {
        return switch (kind) {
            case ADDED -> added;
            case REMOVED -> removed;
            case CHANGED -> "changed";
        };
    }
}
