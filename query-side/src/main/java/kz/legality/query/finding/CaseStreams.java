package kz.legality.query.finding;

import java.util.List;
import kz.legality.event.LedgerEvent;

/** The ledger's own streams, as tracing reads and continues them. */
public interface CaseStreams {
    /** The place of an event whose place is not known yet. */
    long UNKNOWN = -1;

    /** One event of a stream, and its place among all, or {@link #UNKNOWN}. */
    record Placed(long position, LedgerEvent event) {}

    /** One event for the end of its stream, and its sequence there. */
    record Continuation(long sequence, LedgerEvent event) {}

    /** A stream from its first event on. */
    List<Placed> read(String stream);

    /** All or nothing. False where somebody else continued one of the streams meanwhile; then nothing was appended. */
    boolean append(List<Continuation> events);
}
