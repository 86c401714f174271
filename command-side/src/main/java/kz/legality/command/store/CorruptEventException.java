package kz.legality.command.store;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** One stored event is missing, or its bytes do not match their checksum. */
public final class CorruptEventException extends CorruptStoreException {
    private static final long serialVersionUID = 1L;

    private final long position;
    private final @Nullable String streamId;

    /**
     * @param position the global position of the event, -1 for a snapshot
     * @param streamId the aggregate it belongs to, null where that cannot be told
     */
    public CorruptEventException(Path directory, long position, @Nullable String streamId, String what) {
        super(directory, where(position, streamId) + " " + what);
        this.position = position;
        this.streamId = streamId;
    }

    public long position() {
        return position;
    }

    public @Nullable String streamId() {
        return streamId;
    }

    private static String where(long position, @Nullable String streamId) {
        String event = position < 0 ? "the snapshot" : "the event at position " + position;
        return streamId == null ? event : event + " of stream " + streamId;
    }
}
