package kz.legality.command.intake;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import kz.legality.command.intake.Lists.Sitting;
import kz.legality.event.Source;
import kz.legality.listing.ListEntry;

/**
 * A list's file, read beside the entries in force: what refuses it before its first row is recorded, and what a whole list
 * ends by leaving it out. Mended rows come back without the rest of their list, so they end nothing.
 */
final class ListReading implements AutoCloseable {
    private final ListRow form;
    private final Header header;
    private final Sitting sitting;
    private long unread;

    private ListReading(ListRow form, Header header, Sitting sitting) {
        this.form = form;
        this.header = header;
        this.sitting = sitting;
    }

    static ListReading of(SentFile sent, ListRow form, Lists lists) throws IOException {
        Sitting sitting = lists.sit(form.kind());
        try (CsvRows rows = CsvRows.of(sent, form)) {
            ListReading reading = new ListReading(form, Header.of(rows, form), sitting);
            for (CsvRow row = rows.next(); row != null; row = rows.next()) {
                reading.add(row, sent);
            }
            return reading;
        } catch (IOException | RuntimeException e) {
            sitting.close();
            throw e;
        }
    }

    /** @throws Unreadable where the list as it stands and the file do not go together */
    void require() throws Unreadable {
        Optional<String> refusal = form.saysChanges(header)
                ? sitting.refusesChanges()
                : isWhole() ? sitting.refusesWhole() : Optional.empty();
        if (refusal.isPresent()) {
            throw new Unreadable(refusal.get());
        }
    }

    /** None where a row could not be read: nobody knows which entry it is. */
    List<ListEntry> ended() {
        return isWhole() && unread == 0 ? sitting.unnamed() : List.of();
    }

    private boolean isWhole() {
        return !form.saysChanges(header) && header.quarantineFile() < 0;
    }

    private void add(CsvRow sent, SentFile file) {
        try {
            Row row = new Row(form, header, sent);
            ListRow.Change change = form.changeIn(row);
            ListEntry entry = ListEntry.of(form.entered(row, new Source.FileRow(file.hash(), sent.number())))
                    .orElseThrow();
            sitting.add(sent.number(), entry, change.written());
        } catch (FlawedRow flaw) {
            unread++;
        }
    }

    @Override
    public void close() {
        sitting.close();
    }
}
