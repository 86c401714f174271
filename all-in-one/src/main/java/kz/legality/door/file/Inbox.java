package kz.legality.door.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import kz.legality.identifier.FileHash;
import kz.legality.identifier.Sha256;
import kz.legality.sourcefile.FileKind;

/**
 * Files that were received and are not yet recorded to their last row. A file is acknowledged only when its bytes and
 * its note are on the disk, so a crash after the acknowledgement loses nothing; the next start goes on with it. Its
 * bytes are deleted when the last row is recorded: they hold persons in the clear.
 */
final class Inbox {
    private static final int COPY_BYTES = 1 << 16;
    private static final String NOTE = ".properties";

    /** One file that waits. */
    record Waiting(FileHash file, FileKind kind, String name, String sender, Path bytes) {}

    private final Path folder;

    Inbox(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
            deleteUnfinished();
        } catch (IOException e) {
            throw new UncheckedIOException("the inbox " + folder + " cannot be used", e);
        }
    }

    /** Takes the bytes in; when this returns they are durable. */
    Waiting receive(FileKind kind, String name, String sender, InputStream body) throws IOException {
        Path unfinished = folder.resolve(UUID.randomUUID() + ".part");
        FileHash hash = copy(body, unfinished);
        Path bytes = folder.resolve(hash.sha256());
        Files.move(unfinished, bytes, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        // A crash here leaves bytes without a note: nobody was told, and the next start deletes them.
        Properties note = new Properties();
        note.setProperty("kind", kind.written());
        note.setProperty("name", name);
        note.setProperty("sender", sender);
        Path draft = folder.resolve(hash.sha256() + ".note.part");
        try (Writer writer = Files.newBufferedWriter(draft)) {
            note.store(writer, null);
        }
        force(draft);
        Files.move(
                draft,
                folder.resolve(hash.sha256() + NOTE),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        force(folder);
        return new Waiting(hash, kind, name, sender, bytes);
    }

    /** What a former process left. */
    List<Waiting> waiting() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(it -> it.getFileName().toString().endsWith(NOTE))
                    .sorted()
                    .map(this::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the inbox " + folder + " cannot be read", e);
        }
    }

    /** The note goes first: bytes without a note are deleted at the next start, a note without bytes would be a loss. */
    void done(Waiting file) {
        try {
            Files.deleteIfExists(folder.resolve(file.file().sha256() + NOTE));
            Files.deleteIfExists(file.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException("a recorded file cannot be deleted from the inbox " + folder, e);
        }
    }

    private Waiting read(Path path) {
        String noteName = path.getFileName().toString();
        FileHash file = new FileHash(noteName.substring(0, noteName.length() - NOTE.length()));
        Properties note = new Properties();
        try (Reader reader = Files.newBufferedReader(path)) {
            note.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("the inbox's note " + path + " cannot be read", e);
        }
        FileKind kind = FileKind.of(note.getProperty("kind"))
                .orElseThrow(() -> new IllegalStateException("the inbox's note " + path + " names no kind of file"));
        return new Waiting(
                file, kind, note.getProperty("name"), note.getProperty("sender"), folder.resolve(file.sha256()));
    }

    private void deleteUnfinished() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                boolean orphan = !name.contains(".") && !Files.exists(folder.resolve(name + NOTE));
                if (name.endsWith(".part") || orphan) {
                    Files.delete(file);
                }
            }
        }
    }

    private static FileHash copy(InputStream body, Path to) throws IOException {
        try (FileChannel channel = FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            MessageDigest digest = Sha256.begin();
            byte[] buffer = new byte[COPY_BYTES];
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                digest.update(buffer, 0, read);
                ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, read);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            }
            channel.force(true);
            return FileHash.of(digest);
        } catch (IOException e) {
            Files.deleteIfExists(to);
            throw e;
        }
    }

    private static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
