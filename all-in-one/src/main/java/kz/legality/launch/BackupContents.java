package kz.legality.launch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import kz.legality.identifier.FileHash;
import kz.legality.identifier.Sha256;

/**
 * What a backup holds, in its file {@value #FILE}.
 *
 * @param position of the newest event that is surely in it; -1 where there was none
 */
record BackupContents(String takenAt, long position, List<Item> files) {
    static final String FILE = "backup.json";

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** @param path from the backup's own directory, with {@code /} between its names */
    record Item(String path, long bytes, String sha256) {}

    /** Copies every file below a folder, and says what was copied. */
    static BackupContents copied(Path from, Path to, long position, Instant at, BiConsumer<Long, Long> progress)
            throws IOException {
        List<Path> paths = FileTrees.filesBelow(from);
        long total = 0;
        for (Path path : paths) {
            total += Files.size(from.resolve(path));
        }
        List<Item> files = new ArrayList<>();
        long done = 0;
        for (Path path : paths) {
            Item item = copy(from, to, path.toString().replace('\\', '/'));
            files.add(item);
            done += item.bytes();
            progress.accept(done, total);
        }
        return new BackupContents(at.toString(), position, List.copyOf(files));
    }

    /** @throws IllegalArgumentException when the directory is no backup, or one that was not finished */
    static BackupContents read(Path backup) {
        Path list = backup.resolve(FILE);
        if (!Files.isRegularFile(list)) {
            throw new IllegalArgumentException(
                    backup + " is no backup, or one that was not finished: it has no " + FILE);
        }
        try {
            return JSON.readValue(Files.readAllBytes(list), BackupContents.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(list + " cannot be read: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(list + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Whole or not at all: with it the backup is finished. */
    void write(Path backup) throws IOException {
        Path unfinished = backup.resolve(FILE + ".unfinished");
        Files.createDirectories(backup);
        Files.write(unfinished, JSON.writeValueAsBytes(this));
        FileTrees.force(unfinished);
        Files.move(unfinished, backup.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Copies the files it lists out of the backup.
     *
     * @throws IllegalArgumentException when one is missing or is not what it was
     */
    void restored(Path backup, Path to, BiConsumer<Long, Long> progress) throws IOException {
        long total = bytes();
        long done = 0;
        for (Item item : files) {
            Path source = backup.resolve(item.path()).normalize();
            if (!source.startsWith(backup) || !Files.isRegularFile(source)) {
                throw new IllegalArgumentException(
                        "the backup in " + backup + " is not whole: " + item.path() + " is missing");
            }
            Item copied = copy(backup, to, item.path());
            if (!copied.equals(item)) {
                throw new IllegalArgumentException("the backup in " + backup + " is damaged: " + item.path()
                        + " is not the file that was copied (its SHA-256 differs)");
            }
            done += item.bytes();
            progress.accept(done, total);
        }
    }

    Backup.Report report(Path directory) {
        return new Backup.Report(directory.toString(), position, files.size(), bytes());
    }

    private long bytes() {
        return files.stream().mapToLong(Item::bytes).sum();
    }

    private static Item copy(Path from, Path to, String path) throws IOException {
        Path source = from.resolve(path);
        Path target = to.resolve(path);
        Files.createDirectories(FileTrees.parentOf(target));
        MessageDigest digest = Sha256.begin();
        long bytes;
        try (InputStream in = Files.newInputStream(source);
                OutputStream out = new DigestOutputStream(Files.newOutputStream(target), digest)) {
            bytes = in.transferTo(out);
        }
        // Before the permissions: a file that may only be read cannot be opened to be forced.
        FileTrees.force(target);
        if (Files.getFileStore(target).supportsFileAttributeView(PosixFileAttributeView.class)) {
            Files.setPosixFilePermissions(target, Files.getPosixFilePermissions(source));
        }
        return new Item(path, bytes, FileHash.of(digest).sha256());
    }
}
