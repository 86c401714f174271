package kz.legality.evidence.log;

/** The log and the events disagree, or the log disagrees with itself. Nothing is published any more until it is mended. */
public final class CorruptLog extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final long position;

    /** @param position the first that is bad, -1 where none can be named */
    public CorruptLog(long position, String what) {
        super(what);
        this.position = position;
    }

    public long position() {
        return position;
    }
}
