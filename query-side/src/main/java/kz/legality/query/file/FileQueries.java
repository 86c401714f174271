package kz.legality.query.file;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import kz.legality.identifier.FileHash;
import kz.legality.query.store.Document;
import kz.legality.query.store.Page;
import kz.legality.query.store.ReadStore;
import kz.legality.query.store.Selection;
import kz.legality.sourcefile.FileEvent;
import org.jspecify.annotations.Nullable;

/** Answers about files. */
public final class FileQueries {
    private final ReadStore store;
    private final LongSupplier position;

    public FileQueries(ReadStore store, LongSupplier position) {
        this.store = store;
        this.position = position;
    }

    /**
     * Some files, the newest first.
     *
     * @param next the cursor of the following page
     */
    public record Files(List<FileReceipt> files, Optional<String> next, long position) {}

    public Optional<FileReceipt> receipt(FileHash file) {
        return store.get(FilesView.NAME, FileEvent.streamOf(file))
                .map(FileDocument::of)
                .map(it -> FileReceipt.of(file, it));
    }

    /** How many quarantined rows nobody has mended yet, by the kind of their file; a kind that has none is left out. */
    public Map<String, Long> quarantined() {
        return store.counters(FilesView.NAME);
    }

    /**
     * @param cursor null begins with the newest
     * @param limit 1 to {@link Page#DOCUMENTS_MAX}
     */
    public Files newest(@Nullable String cursor, int limit) {
        long seen = position.getAsLong();
        Selection newest = Selection.by(FilesView.NAME, FilesView.RECEIVED).inDescendingOrder();
        Page page = store.page(newest, cursor, limit);
        return new Files(page.documents().stream().map(FileQueries::receiptOf).toList(), page.next(), seen);
    }

    private static FileReceipt receiptOf(Document document) {
        String hash = document.key().substring(FilesView.streamsPrefix().length());
        return FileReceipt.of(new FileHash(hash), FileDocument.of(document));
    }
}
