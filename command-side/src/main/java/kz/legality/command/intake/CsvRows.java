package kz.legality.command.intake;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** The records of a file one after another, beginning with its header. Blank lines are passed over and not counted. */
final class CsvRows implements Closeable {
    /** A quote that is never closed makes one cell of all that follows: it is given up here. */
    private static final int OPEN_QUOTE_CHARS_MAX = 1 << 20;

    /** Stands for no quote at all: no text begins with the second half of a surrogate pair. */
    private static final char NO_QUOTE = '\uDFFF';

    private final RowCollector collector = new RowCollector();
    private final CloseableIterator<CsvRow> rows;

    private CsvRows(Utf8Text text, boolean barSeparated) {
        this.rows = CsvReader.builder()
                .fieldSeparator(barSeparated ? '|' : ',')
                .quoteCharacter(barSeparated ? NO_QUOTE : '"')
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(OPEN_QUOTE_CHARS_MAX)
                .build(collector, text)
                .iterator();
    }

    static CsvRows of(SentFile file, RowForm form) throws IOException {
        InputStream sent = file.open();
        try {
            Utf8Text text = new Utf8Text(Content.of(sent));
            return new CsvRows(
                    text, form.mayBeBarSeparated() && text.firstLine().indexOf('|') >= 0);
        } catch (IOException e) {
            sent.close();
            throw e;
        }
    }

    /**
     * The next record, or null at the end.
     *
     * @throws Unreadable when its quotes leave open where it ends
     */
    @Nullable
    CsvRow next() throws IOException {
        try {
            return rows.hasNext() ? rows.next() : null;
        } catch (CsvParseException e) {
            long number = collector.lastNumber() + 1;
            throw new Unreadable(
                    (number == 0 ? "the header" : "row " + number)
                            + " has a quote where RFC 4180 allows none, or one that is never closed: where it ends, and"
                            + " with it every row after, cannot be told",
                    e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
