package kz.legality.command.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The right to be the only one in a directory, for as long as this is open.
 *
 * <p>The lock is the operating system's lock on {@value #LOCK_FILE}: it dies with its process, so nothing is left to clean up after
 * a kill. {@value #HOLDER_FILE} only says who holds it and may be stale; it is never consulted to decide.
 */
public final class DirectoryLock implements AutoCloseable {
    static final String LOCK_FILE = "holder.lock";
    static final String HOLDER_FILE = "holder.txt";

    /**
     * Directories held by this process. On POSIX, closing any channel on a locked file drops the process's lock on it, so a second
     * attempt in one process must be refused before it opens the file.
     */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final FileChannel channel;

    private DirectoryLock(Path directory, FileChannel channel) {
        this.directory = directory;
        this.channel = channel;
    }

    /**
     * Creates the directory if it is not there, and takes it.
     *
     * @throws DataDirectoryInUse when another process, or another holder in this one, has it
     */
    public static DirectoryLock take(Path wanted) {
        try {
            Path directory = Files.createDirectories(wanted).toRealPath();
            if (!HELD_HERE.add(directory)) {
                throw new DataDirectoryInUse(directory, holder(directory));
            }
            FileChannel channel = null;
            try {
                channel = FileChannel.open(
                        directory.resolve(LOCK_FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                @Nullable FileLock lock = channel.tryLock();
                if (lock == null) {
                    throw new DataDirectoryInUse(directory, holder(directory));
                }
                Files.writeString(
                        directory.resolve(HOLDER_FILE),
                        "process " + ProcessHandle.current().pid() + " since " + Instant.now() + "\n");
                return new DirectoryLock(directory, channel);
            } catch (IOException | RuntimeException refused) {
                if (channel != null) {
                    channel.close();
                }
                HELD_HERE.remove(directory);
                throw refused;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The data directory " + wanted + " cannot be opened", e);
        }
    }

    /** The directory held, as a real path. */
    public Path directory() {
        return directory;
    }

    @Override
    public void close() {
        try {
            // A crash between these lines leaves a stale holder file, which the next holder overwrites.
            Files.deleteIfExists(directory.resolve(HOLDER_FILE));
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The data directory " + directory + " cannot be released", e);
        } finally {
            HELD_HERE.remove(directory);
        }
    }

    private static String holder(Path directory) {
        try {
            return Files.readString(directory.resolve(HOLDER_FILE)).strip();
        } catch (IOException nobodySaid) {
            return "another process";
        }
    }
}
