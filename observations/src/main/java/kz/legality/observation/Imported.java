package kz.legality.observation;

import java.time.LocalDate;
import java.util.List;
import kz.legality.sourcefile.FileEvent.ArchivedPart;

/**
 * What an operator's file became in the archive.
 *
 * @param columns of its header, in the file's order
 * @param rows that could be read
 * @param duplicates said more than once, archived once
 * @param malformed rows whose IMEI is not 14 digits and what may follow them
 * @param quarantined rows that could not be read, in the order of the file
 */
public record Imported(
        String operator,
        LocalDate from,
        LocalDate to,
        List<String> columns,
        long rows,
        long duplicates,
        long malformed,
        List<Unread> quarantined,
        List<ArchivedPart> parts) {
    /**
     * A row that could not be read.
     *
     * @param row counted from 1 without the header
     * @param column at fault, empty where it is the row as a whole
     * @param cells the row as one CSV record: in the clear, for the caller to seal
     */
    public record Unread(long row, String column, String reason, String cells) {
        @Override
        public String toString() {
            return "Unread[row=" + row + ", column=" + column + "]";
        }
    }
}
