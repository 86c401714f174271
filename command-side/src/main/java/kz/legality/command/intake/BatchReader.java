package kz.legality.command.intake;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import kz.legality.command.intake.RowReading.Flawed;
import kz.legality.command.intake.RowReading.Readable;
import kz.legality.event.Source;
import kz.legality.secrecy.Pseudonyms;
import kz.legality.secrecy.Subject;
import kz.legality.sourcefile.FileEvent.QuarantinedRow;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a file in stretches, each row to a fact or to its place in the quarantine. */
final class BatchReader implements Closeable {
    private final SentFile file;
    private final RowForm form;
    private final Pseudonyms pseudonyms;
    private final CsvRows rows;
    private final Header header;
    private final long afterRow;

    /** @param afterRow the last row that is recorded already */
    BatchReader(SentFile file, RowForm form, Pseudonyms pseudonyms, long afterRow) throws IOException {
        this.file = file;
        this.form = form;
        this.pseudonyms = pseudonyms;
        this.afterRow = afterRow;
        this.rows = CsvRows.of(file, form);
        try {
            this.header = Header.of(rows, form);
        } catch (IOException e) {
            rows.close();
            throw e;
        }
    }

    /** The next stretch, or null at the end. */
    @Nullable
    Batch next() throws IOException {
        List<RowReading> readings = new ArrayList<>(Batch.ROWS);
        long from = 0;
        long to = 0;
        for (CsvRow row = rows.next(); row != null; row = rows.next()) {
            if (row.number() <= afterRow) {
                continue;
            }
            readings.add(read(row));
            from = from == 0 ? row.number() : from;
            to = row.number();
            if (to % Batch.ROWS == 0) {
                break;
            }
        }
        return readings.isEmpty() ? null : new Batch(from, to, List.copyOf(readings), file.bytesRead());
    }

    private RowReading read(CsvRow sent) {
        try {
            Row row = new Row(form, header, sent);
            try {
                return new Readable(
                        form.read(row, new Source.FileRow(file.hash(), sent.number())),
                        RowOfFile.named(row.quarantineFile(), row.quarantineRow()));
            } catch (FlawedRow first) {
                throw row.everyFlaw();
            }
        } catch (FlawedRow flaw) {
            return new Flawed(new QuarantinedRow(
                    sent.number(),
                    flaw.column(),
                    flaw.reason(),
                    pseudonyms.unread(sent.asCsv(), Subject.unreadRowsOf(file.hash()))));
        }
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
