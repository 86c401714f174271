package kz.legality.observation;

/** An operator's file that cannot be taken as a whole; the message says what was measured and what the limit is, and names nobody. */
public final class ObservationsRefused extends Exception {
    private static final long serialVersionUID = 1;

    ObservationsRefused(String reason) {
        super(reason);
    }
}
