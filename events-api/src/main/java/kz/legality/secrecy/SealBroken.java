package kz.legality.secrecy;

/** Thrown when a sealed field does not open where it stands. */
public final class SealBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SealBroken(FieldSeal.Place place, String why) {
        super("the sealed field " + place.field() + " of event " + place.eventId() + " does not open: " + why);
    }
}
