package kz.legality.command.intake;

import java.util.List;
import kz.legality.event.LedgerEvent;
import kz.legality.sourcefile.FileEvent.QuarantinedRow;

/** What reading one row gave. */
sealed interface RowReading {
    /**
     * A fact.
     *
     * @param mends the quarantined rows it says it is
     */
    record Readable(LedgerEvent fact, List<RowOfFile> mends) implements RowReading {}

    /** A row for the quarantine. */
    record Flawed(QuarantinedRow row) implements RowReading {}
}
