package kz.legality.command.intake;

import java.time.Instant;
import java.time.ZoneId;
import kz.legality.event.LedgerEvent;
import kz.legality.event.Source;
import kz.legality.secrecy.Pseudonyms;
import kz.legality.sourcefile.FileKind;

/** How the rows of one kind of file read: its columns, and the fact a row states. */
interface RowForm {
    /**
     * @param zone in which a date without a time is a day
     * @param receivedAt when the file came, for a fact that names no time of its own
     */
    static RowForm of(FileKind kind, ZoneId zone, Pseudonyms pseudonyms, Instant receivedAt) {
        return switch (kind) {
            case CUSTOMS_IMPORTS -> new CustomsImportRow(zone);
            case CUSTOMS_EXPORTS -> new CustomsExportRow(zone);
            case REFUND_CLAIMS -> new RefundClaimRow(zone);
            case PERSONAL_DECLARATIONS -> new PersonalDeclarationRow(zone, pseudonyms);
            case REGISTRATIONS -> new RegistrationRow(zone, pseudonyms);
            case BLOCKS -> new BlockRow(zone);
            case GSMA_TAC -> new TacRow(receivedAt);
            case OPERATOR ->
                throw new IllegalArgumentException("what operators saw goes to the archive, not row by row");
        };
    }

    FileKind kind();

    Columns columns();

    /** @throws FlawedRow at the first thing wrong */
    LedgerEvent read(Row row, Source.FileRow source);

    /** A header's cell as the name of a column. */
    default String columnName(String cell) {
        return cell.strip();
    }

    /** What a cell says. */
    default String cell(String sent) {
        return sent.strip();
    }

    default boolean takesOtherColumns() {
        return false;
    }

    default boolean mayBeBarSeparated() {
        return false;
    }
}
