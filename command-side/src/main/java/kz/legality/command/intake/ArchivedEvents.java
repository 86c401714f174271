package kz.legality.command.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kz.legality.command.intake.Observations.Archived;
import kz.legality.command.intake.Observations.Unread;
import kz.legality.event.Source;
import kz.legality.secrecy.Pseudonyms;
import kz.legality.secrecy.Subject;
import kz.legality.sourcefile.FileEvent;
import kz.legality.sourcefile.FileEvent.FileReceived;
import kz.legality.sourcefile.FileEvent.ObservationsArchived;
import kz.legality.sourcefile.FileEvent.QuarantinedRow;
import kz.legality.sourcefile.FileEvent.RowsQuarantined;
import kz.legality.sourcefile.FileEvent.RowsRecorded;
import kz.legality.sourcefile.FileKind;

/** What the ledger says of an operator's file, all of it in one append: where its rows are, and which could not be read. */
final class ArchivedEvents {
    private ArchivedEvents() {}

    static List<FileEvent> of(
            SentFile sent, String name, String sender, Archived archived, Instant at, Pseudonyms pseudonyms) {
        Source whole = new Source.FileRow(sent.hash(), 0);
        long quarantined = archived.quarantined().size();
        long rows = archived.rows() + quarantined;
        List<FileEvent> events = new ArrayList<>();
        events.add(new FileReceived(
                sent.hash(), at, whole, FileKind.OPERATOR, name, sender, sent.bytes(), archived.columns()));
        events.add(new ObservationsArchived(
                sent.hash(),
                at,
                whole,
                archived.operator(),
                archived.from(),
                archived.to(),
                archived.rows(),
                archived.duplicates(),
                archived.malformed(),
                archived.parts()));
        for (int from = 0; from < quarantined; from += BatchDecision.QUARANTINED_IN_AN_EVENT_MAX) {
            int to = (int) Math.min(quarantined, from + BatchDecision.QUARANTINED_IN_AN_EVENT_MAX);
            List<QuarantinedRow> waiting = archived.quarantined().subList(from, to).stream()
                    .map(row -> sealedLater(row, sent, pseudonyms))
                    .toList();
            events.add(new RowsQuarantined(sent.hash(), at, whole, waiting));
        }
        if (rows > 0) {
            events.add(new RowsRecorded(
                    sent.hash(), at, new Source.FileRow(sent.hash(), rows), 1, rows, archived.rows(), quarantined, 0));
        }
        return events;
    }

    private static QuarantinedRow sealedLater(Unread row, SentFile sent, Pseudonyms pseudonyms) {
        return new QuarantinedRow(
                row.row(),
                row.column(),
                row.reason(),
                pseudonyms.unread(row.cells(), Subject.unreadRowsOf(sent.hash())));
    }
}
