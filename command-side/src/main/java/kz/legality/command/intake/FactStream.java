package kz.legality.command.intake;

import java.time.Instant;
import java.util.List;
import kz.legality.event.LedgerEvent;

/** A stream that facts are recorded in, as far as a batch has decided it. */
interface FactStream {
    /** Sequence of the event that comes next. */
    long nextSequence();

    /**
     * What the fact leads to; the stream stands after it from now on. Nothing where it was recorded before.
     *
     * @param receivedAt when the ledger was told, by its own clock
     */
    List<? extends LedgerEvent> record(LedgerEvent fact, Instant receivedAt);
}
