package kz.legality.door.access.issuer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The issuer's secrets on disk: a directory of its own (700) with small files (600). A server and a command line may
 * come to an empty one at the same moment; whoever holds the lock file first decides, the other reads.
 */
public final class IssuerDirectory {
    /** File locks hold between processes; between threads of one they only throw. */
    private static final Object ONE_THREAD_AT_A_TIME = new Object();

    private final Path directory;

    private IssuerDirectory(Path directory) {
        this.directory = directory;
    }

    /**
     * Opens it, and makes it if there is none.
     *
     * @throws UncheckedIOException if it cannot be made
     */
    public static IssuerDirectory openOrCreate(Path directory) {
        try {
            Files.createDirectories(directory, permissions(directory, "rwx------"));
            return new IssuerDirectory(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("the issuer's directory " + directory + " cannot be made", e);
        }
    }

    /**
     * Makes one file's text out of what it was, alone among all processes.
     *
     * @param next is given the text, empty if there is no file, and gives the text that shall stand; the same text
     *     leaves the file untouched
     * @return what stands in the file now
     */
    String settle(String name, UnaryOperator<Optional<String>> next) {
        Path file = directory.resolve(name);
        synchronized (ONE_THREAD_AT_A_TIME) {
            try (FileChannel lock = FileChannel.open(
                            directory.resolve("lock"),
                            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                            permissions(directory, "rw-------"));
                    var held = lock.lock()) {
                Optional<String> stands = Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
                String wanted = next.apply(stands).orElseThrow();
                if (!stands.equals(Optional.of(wanted))) {
                    replace(file, wanted);
                }
                return wanted;
            } catch (IOException e) {
                throw new UncheckedIOException("the issuer's file " + file + " cannot be read or written", e);
            }
        }
    }

    /** A crash leaves the old file, or none, and a {@code .new} that the next writer overwrites. */
    private void replace(Path file, String text) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        try (FileChannel out = FileChannel.open(
                fresh,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                permissions(directory, "rw-------"))) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static FileAttribute<?>[] permissions(Path where, String posix) {
        return where.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(posix))}
                : new FileAttribute<?>[0];
    }
}
