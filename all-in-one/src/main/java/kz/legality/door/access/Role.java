package kz.legality.door.access;

import java.util.Locale;
import java.util.Optional;

/** In what office somebody comes to a door. Written in tokens by its name, in the claim {@code roles}. */
public enum Role {
    /** Anybody: a device's status and model. */
    PUBLIC(false),
    /** A person about devices of his own. */
    CITIZEN(true),
    /** A customs officer about declarations of his own office. */
    CUSTOMS(true),
    /** A mobile operator: the lists. Never the subscribers of another. */
    OPERATOR(false),
    /** A tax auditor within a taxpayer's affairs. */
    AUDITOR(true),
    /** A court, under a case number and an order. */
    COURT(true),
    /** The ministry: policy and figures, no persons. */
    REGULATOR(false),
    /** Who keeps the machine running, and sees no data. */
    ADMIN(false);

    private final boolean readsPersonal;

    Role(boolean readsPersonal) {
        this.readsPersonal = readsPersonal;
    }

    /** Whether this office can read personal fields at all, given a purpose and a legal basis. */
    public boolean readsPersonal() {
        return readsPersonal;
    }

    /** The role of this name, in any letter case; empty if there is none. */
    public static Optional<Role> of(String written) {
        try {
            return Optional.of(valueOf(written.strip().toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
