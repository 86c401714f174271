package kz.legality.sourcefile;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kz.legality.event.LedgerEvent;
import kz.legality.event.Source;
import kz.legality.event.StoredAs;
import kz.legality.identifier.FileHash;
import kz.legality.secrecy.Personal;

/** Everything that can happen to one file. Its stream is named by its SHA-256. */
public sealed interface FileEvent extends LedgerEvent {
    FileHash file();

    @Override
    @JsonIgnore
    default String stream() {
        return streamOf(file());
    }

    static String streamOf(FileHash file) {
        return "file:" + file.sha256();
    }

    /**
     * It was received whole and its header is that of its kind.
     *
     * @param columns its header, in the order of the file: what the cells of a quarantined row stand under
     */
    @StoredAs("FileReceived")
    record FileReceived(
            FileHash file,
            Instant occurredAt,
            Source source,
            FileKind kind,
            String name,
            String sender,
            long bytes,
            List<String> columns)
            implements FileEvent {}

    /**
     * A stretch of rows was dealt with. Appended together with the events those rows led to, so that after a crash the
     * next row to read is known exactly.
     *
     * @param fromRow first row, counted from 1 without the header
     * @param toRow last row
     * @param events how many events the accepted rows led to; a row that said nothing new leads to none
     */
    @StoredAs("RowsRecorded")
    record RowsRecorded(
            FileHash file,
            Instant occurredAt,
            Source source,
            long fromRow,
            long toRow,
            long accepted,
            long quarantined,
            long events)
            implements FileEvent {}

    /** Rows that could not be read wait to be mended. */
    @StoredAs("RowsQuarantined")
    record RowsQuarantined(FileHash file, Instant occurredAt, Source source, List<QuarantinedRow> rows)
            implements FileEvent {}

    /**
     * One row that could not be read.
     *
     * @param column the column at fault, empty where it is the row as a whole
     * @param cells the row as sent, as one CSV record in the order of the file's header; sealed, since nobody knows
     *     whose it is
     */
    record QuarantinedRow(long row, String column, String reason, Personal<String> cells) {}

    /**
     * Quarantined rows came in again, mended.
     *
     * @param rows of this file
     * @param by the file that brought them
     */
    @StoredAs("RowsMended")
    record RowsMended(FileHash file, Instant occurredAt, Source source, List<Long> rows, FileHash by)
            implements FileEvent {}

    /** Every row was dealt with. */
    @StoredAs("FileCompleted")
    record FileCompleted(FileHash file, Instant occurredAt, Source source, long rows) implements FileEvent {}

    /**
     * The file cannot be taken as this kind; not one of its rows was. It may be sent again, as another kind or when the
     * ledger has learned to read it.
     */
    @StoredAs("FileRefused")
    record FileRefused(
            FileHash file,
            Instant occurredAt,
            Source source,
            FileKind kind,
            String name,
            String sender,
            long bytes,
            String reason)
            implements FileEvent {}

    /**
     * Who was seen on a network was put into the archive of observations, which is kept beside the ledger and whose rows
     * are no events.
     *
     * @param operator whose network it was
     * @param from first day of the file, by its name
     * @param to last day of the file, by its name
     * @param rows of the file that could be read
     * @param duplicates rows said more than once, archived once
     * @param malformed rows whose IMEI is not 14 digits and what may follow them
     * @param parts the archive's files that hold them, none where the file has no row
     */
    @StoredAs("ObservationsArchived")
    record ObservationsArchived(
            FileHash file,
            Instant occurredAt,
            Source source,
            String operator,
            LocalDate from,
            LocalDate to,
            long rows,
            long duplicates,
            long malformed,
            List<ArchivedPart> parts)
            implements FileEvent {}

    /**
     * One file of the archive, never changed.
     *
     * @param path within the archive
     * @param sha256 of its bytes
     */
    record ArchivedPart(String path, FileHash sha256, long rows, long bytes) {}

    /**
     * The archive was asked what the file changes in the lives of devices; appended with each stretch of the answer.
     *
     * @param facts that were found
     * @param events they led to; a fact that says nothing new leads to none
     */
    @StoredAs("ObservationsJudged")
    record ObservationsJudged(FileHash file, Instant occurredAt, Source source, long facts, long events)
            implements FileEvent {}

    /**
     * A list that was sent whole no longer holds entries that were in force; appended with each stretch of their ends.
     *
     * @param entries that ended
     * @param events that this led to
     */
    @StoredAs("EntriesEnded")
    record EntriesEnded(FileHash file, Instant occurredAt, Source source, long entries, long events)
            implements FileEvent {}

    /**
     * Rows about subscribers were kept as long as the policy allows, and were then deleted.
     *
     * @param parts paths within the archive
     */
    @StoredAs("ObservationsExpired")
    record ObservationsExpired(
            FileHash file, Instant occurredAt, Source source, List<String> parts, String policyVersion)
            implements FileEvent {}
}
