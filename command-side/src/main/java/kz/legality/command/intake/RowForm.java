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
     * @param sender of the file, for a fact that names no authority of its own
     */
    static RowForm of(FileKind kind, ZoneId zone, Pseudonyms pseudonyms, Instant receivedAt, String sender) {
        return switch (kind) {
            case CUSTOMS_IMPORTS -> new CustomsImportRow(zone);
            case CUSTOMS_EXPORTS -> new CustomsExportRow(zone);
            case REFUND_CLAIMS -> new RefundClaimRow(zone);
            case PERSONAL_DECLARATIONS -> new PersonalDeclarationRow(zone, pseudonyms);
            case REGISTRATIONS -> new RegistrationRow(zone, pseudonyms);
            case BLOCKS -> new BlockRow(zone);
            case GSMA_TAC -> new TacRow(receivedAt);
            case REGISTRATION_LIST,
                    STOLEN_LIST,
                    PAIRING_LIST,
                    GOLDEN_LIST,
                    BARRED_LIST,
                    BARRED_TAC_LIST,
                    SUBSCRIBERS_LIST,
                    ASSOCIATION_LIST,
                    MONITORING_LIST -> ofList(kind, zone, pseudonyms, new ListRow.Received(receivedAt, sender));
            case OPERATOR ->
                throw new IllegalArgumentException("what operators saw goes to the archive, not row by row");
        };
    }

    /** @param list of the kinds that are lists */
    static ListRow ofList(FileKind list, ZoneId zone, Pseudonyms pseudonyms, ListRow.Received received) {
        return switch (list) {
            case REGISTRATION_LIST -> new DeviceListRow.Approved(received);
            case STOLEN_LIST -> new DeviceListRow.Stolen(received, zone);
            case PAIRING_LIST -> new PersonListRow.Paired(received, pseudonyms);
            case GOLDEN_LIST -> DeviceListRow.OfImei.golden(received);
            case BARRED_LIST -> DeviceListRow.OfImei.barred(received);
            case BARRED_TAC_LIST -> new DeviceListRow.BarredTac(received);
            case SUBSCRIBERS_LIST -> new PersonListRow.Subscribed(received, pseudonyms);
            case ASSOCIATION_LIST -> new PersonListRow.Associated(received, pseudonyms);
            case MONITORING_LIST -> DeviceListRow.OfImei.monitored(received);
            case CUSTOMS_IMPORTS,
                    CUSTOMS_EXPORTS,
                    REFUND_CLAIMS,
                    PERSONAL_DECLARATIONS,
                    REGISTRATIONS,
                    BLOCKS,
                    GSMA_TAC,
                    OPERATOR -> throw new IllegalArgumentException(list.written() + " is no list");
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
