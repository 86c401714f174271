package kz.legality.release;

import java.util.Locale;

/** Why a subscriber need not be warned any more, in DIRBS's words. */
public enum RemovalCause {
    /** The phone was found lawful, or its term was taken back. */
    RESOLVED,
    /** It is cut off now. */
    BLACKLISTED,
    /** It is still to be cut off, but he no longer holds it. */
    NO_LONGER_SEEN;

    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }
}
