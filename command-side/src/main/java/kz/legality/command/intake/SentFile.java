package kz.legality.command.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import kz.legality.command.intake.Progress.Phase;
import kz.legality.identifier.FileHash;
import kz.legality.identifier.Sha256;

/** A file as it was sent, named by its hash. It is read from disk each time: none of it is held in memory. */
final class SentFile {
    private static final int HASHED_BYTES = 1 << 20;

    private final Path path;
    private final FileHash hash;
    private final long bytes;
    private final FileTime modified;
    private volatile long bytesRead;

    private SentFile(Path path, FileHash hash, long bytes, FileTime modified) {
        this.path = path;
        this.hash = hash;
        this.bytes = bytes;
        this.modified = modified;
    }

    static SentFile at(Path path, Progress progress) throws IOException {
        long bytes = Files.size(path);
        FileTime modified = Files.getLastModifiedTime(path);
        MessageDigest digest = Sha256.begin();
        byte[] buffer = new byte[HASHED_BYTES];
        long done = 0;
        try (InputStream in = Files.newInputStream(path)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                done += read;
                progress.at(Phase.HASHING, 0, done, bytes);
            }
        }
        return new SentFile(path, FileHash.of(digest), bytes, modified);
    }

    /** Where it lies. */
    Path path() {
        return path;
    }

    FileHash hash() {
        return hash;
    }

    long bytes() {
        return bytes;
    }

    /** How much of it the stream opened last has read. */
    long bytesRead() {
        return bytesRead;
    }

    /** Its bytes as sent, from the beginning. */
    InputStream open() throws IOException {
        bytesRead = 0;
        return new Counted(Files.newInputStream(path));
    }

    /**
     * Events name the file by its hash, so nothing may be recorded from other bytes than those that were hashed.
     *
     * @throws IOException when somebody wrote to it since
     */
    void requireUnchanged() throws IOException {
        if (Files.size(path) != bytes || !Files.getLastModifiedTime(path).equals(modified)) {
            throw new IOException(path.getFileName() + " was changed while it was read; send it again");
        }
    }

    /** One thread reads, another asks how far it is. */
    private final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            counting(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            counting(Math.max(0, read));
            return read;
        }

        private void counting(int read) {
            count += read;
            bytesRead = count;
        }
    }
}
