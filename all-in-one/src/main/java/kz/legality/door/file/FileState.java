package kz.legality.door.file;

import com.fasterxml.jackson.annotation.JsonInclude;
import kz.legality.command.intake.Receipt;
import org.jspecify.annotations.Nullable;

/**
 * A file's receipt as it leaves the ledger.
 *
 * @param state RECEIVED while no row was dealt with, RECORDING, COMPLETED or REFUSED
 * @param repeated true when the ledger had the file before and nothing was recorded twice
 * @param refusal why it was refused whole; null when it was not
 * @param stopped why its recording stopped before its last row; it goes on with the next row when the file is sent again, and
 *     when the ledger starts; null while it goes on
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record FileState(
        String file,
        String kind,
        String sha256,
        String state,
        long rows,
        long accepted,
        long quarantined,
        long mended,
        long events,
        boolean repeated,
        @Nullable String refusal,
        @Nullable String stopped) {

    public static FileState of(Receipt receipt, boolean repeated) {
        return new FileState(
                receipt.file(),
                receipt.kind().written(),
                receipt.sha256().sha256(),
                receipt.state().name(),
                receipt.rows(),
                receipt.accepted(),
                receipt.quarantined(),
                receipt.mended(),
                receipt.events(),
                repeated,
                receipt.refusal(),
                null);
    }

    static FileState waiting(Inbox.Waiting file) {
        return new FileState(
                file.name(), file.kind().written(), file.file().sha256(), "RECEIVED", 0, 0, 0, 0, 0, false, null, null);
    }

    FileState stopped(String why) {
        return new FileState(
                file, kind, sha256, state, rows, accepted, quarantined, mended, events, repeated, refusal, why);
    }
}
