package kz.legality.query.file;

import java.time.Instant;
import kz.legality.identifier.FileHash;
import kz.legality.sourcefile.FileKind;
import kz.legality.sourcefile.SourceFile;
import org.jspecify.annotations.Nullable;

/**
 * What became of a file.
 *
 * @param rows the last row dealt with, counted from 1
 * @param events how many events its rows led to
 * @param mended how many of the quarantined rows came in again
 * @param refusal why it was refused; null while it was not
 * @param finishedAt when it was completed or refused; null while rows are left
 */
public record FileReceipt(
        FileHash file,
        @Nullable FileKind kind,
        String name,
        String sender,
        long bytes,
        SourceFile.State state,
        long rows,
        long accepted,
        long quarantined,
        long mended,
        long events,
        @Nullable String refusal,
        Instant receivedAt,
        @Nullable Instant finishedAt) {
    static FileReceipt of(FileHash hash, FileDocument document) {
        SourceFile file = document.file();
        return new FileReceipt(
                hash,
                file.kind(),
                file.name(),
                file.sender(),
                file.bytes(),
                file.state(),
                file.rows(),
                file.accepted(),
                file.quarantined(),
                file.mended(),
                file.events(),
                file.refusal(),
                document.receivedAt(),
                document.finishedAt());
    }
}
