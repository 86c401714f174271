package kz.legality.query.file;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import kz.legality.query.projection.OutOfSequenceException;
import kz.legality.query.projection.Recorded;
import kz.legality.query.projection.SortKeys;
import kz.legality.query.projection.StateView;
import kz.legality.query.store.Document;
import kz.legality.query.store.IndexEntry;
import kz.legality.sourcefile.FileEvent;
import kz.legality.sourcefile.SourceFile;

/** The receipt of each file. */
public final class FilesView implements StateView<FileDocument> {
    public static final String NAME = "files";
    /** By the time the first event of the file was recorded. */
    public static final String RECEIVED = "received";

    private static final String STREAMS = "file:";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String revision() {
        return "2";
    }

    @Override
    public boolean takes(String stream) {
        return stream.startsWith(STREAMS);
    }

    @Override
    public FileDocument unseen(String stream) {
        return new FileDocument(SourceFile.UNSEEN, Instant.EPOCH, null);
    }

    @Override
    public FileDocument read(Document document) {
        return FileDocument.of(document);
    }

    @Override
    public FileDocument after(FileDocument state, Recorded event) {
        OutOfSequenceException.require(state.file().nextSequence(), event);
        SourceFile file = state.file().after((FileEvent) event.event());
        boolean first = state.file().nextSequence() == 0;
        boolean finished = file.state() == SourceFile.State.COMPLETED || file.state() == SourceFile.State.REFUSED;
        boolean before = state.file().state() == file.state() && state.finishedAt() != null;
        return new FileDocument(
                file,
                first ? event.recordedAt() : state.receivedAt(),
                finished ? (before ? state.finishedAt() : event.recordedAt()) : null);
    }

    @Override
    public Document write(String stream, FileDocument state, long position) {
        IndexEntry received = new IndexEntry(RECEIVED, SortKeys.of(state.receivedAt()));
        return new Document(stream, position, FileDocument.JSON.write(state), Set.of(received));
    }

    /** The quarantined rows that nobody has mended yet, by the kind of their file. */
    @Override
    public Map<String, Long> counted(FileDocument state) {
        SourceFile file = state.file();
        long waiting = file.quarantined() - file.mended();
        return file.kind() == null || waiting == 0
                ? Map.of()
                : Map.of(file.kind().written(), waiting);
    }

    static String streamsPrefix() {
        return STREAMS;
    }
}
