package kz.legality.door.release;

import java.util.List;
import kz.legality.release.ReleaseEvent.ReleaseHeld;
import kz.legality.release.ReleaseEvent.ReleaseSigned;

/** A release that waits for two persons, and who of them signed. */
public record HeldRelease(ReleaseHeld release, List<ReleaseSigned> signatures) {
    /** What came of a person's signature. */
    public enum Signed {
        WAITS_FOR_ANOTHER,
        RELEASED,
        /** Nothing of that number waits, or no longer. */
        NOT_HELD,
        /** The same person signed before. */
        SAME_PERSON
    }
}
