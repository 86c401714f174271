package kz.legality.command.store;

import java.nio.file.Path;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/**
 * The event store's files do not say what was written to them, or no longer hold everything that was acknowledged. Nothing was
 * changed by finding this out: the directory is as it was, for repair or restore.
 */
public class CorruptStoreException extends EventStoreException {
    private static final long serialVersionUID = 1L;

    private final String directory;

    public CorruptStoreException(Path directory, String what) {
        super("The event store in " + directory + " is damaged: " + what);
        this.directory = directory.toString();
    }

    public CorruptStoreException(Path directory, String what, Throwable cause) {
        super("The event store in " + directory + " is damaged: " + what, cause);
        this.directory = directory.toString();
    }

    /** The data directory that holds the damage. */
    public Path directory() {
        return Path.of(directory);
    }
}
