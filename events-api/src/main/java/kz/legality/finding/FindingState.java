package kz.legality.finding;

/** Where a finding stands. */
public enum FindingState {
    /** Nobody has judged it yet. */
    OPEN,
    CONFIRMED,
    DISMISSED,
    /** The facts it rested on no longer say so. */
    WITHDRAWN;

    /** Whether VAT stands on it. */
    public boolean counts() {
        return this == OPEN || this == CONFIRMED;
    }
}
