package kz.legality.device;

/** Why a sighting on a network matters to a device's legal life. */
public enum Occasion {
    /** Nobody had seen it before, and nothing shows that it is lawful. */
    FIRST_SEEN,
    /** A subscriber who had not used it before. */
    NEW_SUBSCRIBER,
    /** On the home market after it was said to have left it. */
    AFTER_EXPORT,
    /** On the home market in the days before it was said to leave it. */
    BEFORE_EXPORT,
    /** Served although it was blocked. */
    AFTER_BLOCK
}
