package kz.legality.query.file;

import java.time.Instant;
import kz.legality.query.json.Json;
import kz.legality.query.store.Document;
import kz.legality.sourcefile.SourceFile;
import org.jspecify.annotations.Nullable;

/**
 * What the events of one file fold to, as it is kept.
 *
 * @param receivedAt when its first event was recorded
 * @param finishedAt when it was completed or last refused
 */
record FileDocument(
        SourceFile file, Instant receivedAt, @Nullable Instant finishedAt) {
    static final Json<FileDocument> JSON = new Json<>(FileDocument.class);

    static FileDocument of(Document document) {
        return JSON.read(document);
    }
}
