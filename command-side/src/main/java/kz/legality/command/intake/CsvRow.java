package kz.legality.command.intake;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One record of a file, as sent.
 *
 * @param number counted from 1 without the header; 0 is the header
 * @param flaw what is wrong with the row as a whole; null where nothing is
 */
record CsvRow(long number, List<String> cells, @Nullable String flaw) {
    /** As one RFC 4180 record with commas, without an end of line. */
    String asCsv() {
        return cells.stream().map(cell -> quoted(Utf8Text.shown(cell))).collect(Collectors.joining(","));
    }

    /** A cell of an RFC 4180 record, in quotes where it needs them. */
    static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
