package kz.legality.command.intake;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A stretch of rows that is recorded as a whole or not at all.
 *
 * @param bytesRead how far the file was read when the stretch ended
 */
record Batch(long fromRow, long toRow, List<RowReading> rows, long bytesRead) {
    /** Stretches end at multiples of this, so a file that was interrupted is cut as one that was not. */
    static final int ROWS = 1_000;

    Batch with(UnaryOperator<RowReading> changed) {
        return new Batch(fromRow, toRow, rows.stream().map(changed).toList(), bytesRead);
    }
}
