package kz.legality.query.projection;

/** Thrown when an event does not follow on the last one its stream's state has seen, as when that one is parked. */
public final class OutOfSequenceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public OutOfSequenceException(long expected, long found) {
        super("the next event of this stream is number " + expected + ", not " + found);
    }

    /** Refuses an event that is not the next one of its stream. */
    public static void require(long expected, Recorded event) {
        if (event.sequence() != expected) {
            throw new OutOfSequenceException(expected, event.sequence());
        }
    }
}
