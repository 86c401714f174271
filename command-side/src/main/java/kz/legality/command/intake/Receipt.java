package kz.legality.command.intake;

import java.util.Objects;
import kz.legality.identifier.FileHash;
import kz.legality.sourcefile.FileKind;
import kz.legality.sourcefile.SourceFile;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a file that was sent.
 *
 * @param file its name, as its sender called it the first time
 * @param sha256 of its bytes as they were sent: what it is asked for by
 * @param rows dealt with, the header and blank lines not counted
 * @param accepted rows that could be read; one that said nothing new is among them
 * @param quarantined rows that could not
 * @param mended quarantined rows that came in again, in order, with a later file
 * @param events that the accepted rows led to
 * @param repeated true when the ledger knew the answer before and appended nothing
 * @param refusal why the whole file was refused; null when it was not
 */
public record Receipt(
        String file,
        FileKind kind,
        FileHash sha256,
        SourceFile.State state,
        long rows,
        long accepted,
        long quarantined,
        long mended,
        long events,
        boolean repeated,
        @Nullable String refusal) {

    static Receipt of(FileHash hash, SourceFile file, boolean repeated) {
        FileKind kind = Objects.requireNonNull(file.kind(), "an unseen file has no receipt");
        return new Receipt(
                file.name(),
                kind,
                hash,
                file.state(),
                file.rows(),
                file.accepted(),
                file.quarantined(),
                file.mended(),
                file.events(),
                repeated,
                file.refusal());
    }
}
