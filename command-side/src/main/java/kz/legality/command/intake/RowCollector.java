package kz.legality.command.intake;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the cells of one record after another, and sees what no cell may hold. */
final class RowCollector extends AbstractBaseCsvCallbackHandler<CsvRow> {
    static final int CELL_CHARS_MAX = 4_096;
    static final int ROW_CHARS_MAX = 16_384;
    static final int ROW_CELLS_MAX = 256;

    private List<String> cells = new ArrayList<>();
    private int chars;
    private @Nullable String flaw;
    private boolean blank;
    private long number = -1;

    /** Of the row that was built last; -1 before the header. */
    long lastNumber() {
        return number;
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        cells = new ArrayList<>(Math.max(8, cells.size()));
        chars = 0;
        flaw = null;
        blank = false;
    }

    @Override
    protected void handleEmpty() {
        blank = true;
    }

    @Override
    protected void handleField(int fieldIdx, char[] buffer, int offset, int length, boolean quoted) {
        if (fieldIdx >= ROW_CELLS_MAX) {
            flaw = "the row has more than " + ROW_CELLS_MAX + " cells; those after are not kept";
            return;
        }
        int kept = Math.min(length, Math.min(CELL_CHARS_MAX, ROW_CHARS_MAX - chars));
        if (kept < length) {
            flaw = length > CELL_CHARS_MAX
                    ? "a cell is longer than " + CELL_CHARS_MAX + " characters; the rest of it is not kept"
                    : "the row is longer than " + ROW_CHARS_MAX + " characters; the rest of it is not kept";
        } else if (flaw == null) {
            flaw = flawOf(buffer, offset, length);
        }
        chars += kept;
        cells.add(new String(buffer, offset, kept));
    }

    private static @Nullable String flawOf(char[] buffer, int offset, int length) {
        char before = 0;
        for (int i = offset; i < offset + length; i++) {
            char c = buffer[i];
            if (c < ' ' && c != '\t' && c != '\n' && c != '\r') {
                return "the row holds a control character";
            }
            if (Utf8Text.isUndecodable(before, c)) {
                return "the row is not UTF-8";
            }
            before = c;
        }
        return null;
    }

    /** A blank line is built too; the reader drops it. */
    @Override
    protected CsvRow buildRecord() {
        if (!blank) {
            number++;
        }
        return new CsvRow(number, Collections.unmodifiableList(cells), flaw);
    }
}
