package kz.legality.evidence.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kz.legality.evidence.proof.Base64Text;

/**
 * Every root that was ever published, or was about to be: one line each, size and base64 of the root, forced to disk
 * before anybody is told. A crash may cut off the last line, which then was promised to nobody.
 */
final class PublishedRoots implements AutoCloseable {
    /** A line of {@link PublishedRoots}. */
    record Published(long size, byte[] root) {}

    private final Path file;
    private final FileChannel channel;
    private long lastSize = -1;
    private byte[] lastRoot = {};

    private PublishedRoots(Path file) throws IOException {
        this.file = file;
        this.channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        byte[] bytes = Files.readAllBytes(file);
        int whole = bytes.length;
        while (whole > 0 && bytes[whole - 1] != '\n') {
            whole--;
        }
        channel.truncate(whole);
        channel.position(whole);
        List<Published> known = parse(Arrays.copyOf(bytes, whole));
        if (!known.isEmpty()) {
            lastSize = known.getLast().size();
            lastRoot = known.getLast().root();
        }
    }

    static PublishedRoots open(Path file) throws IOException {
        return new PublishedRoots(file);
    }

    /** -1 where none was published. */
    long lastSize() {
        return lastSize;
    }

    List<Published> all() {
        try {
            return parse(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** @throws CorruptLog where this size was promised with another root */
    void promise(long size, byte[] root) throws IOException {
        requireKept(size, root);
        if (size <= lastSize) {
            return;
        }
        channel.write(
                ByteBuffer.wrap((size + " " + Base64Text.encode(root) + "\n").getBytes(StandardCharsets.US_ASCII)));
        channel.force(true);
        lastSize = size;
        lastRoot = root;
    }

    /** Only the last can be ahead of the checkpoint, so only it can be met again. */
    void requireKept(long size, byte[] root) {
        if (size == lastSize && !Arrays.equals(root, lastRoot)) {
            throw new CorruptLog(size - 1, "a checkpoint of size " + size + " was published with another root");
        }
    }

    private static List<Published> parse(byte[] bytes) {
        List<Published> published = new ArrayList<>();
        for (String line : new String(bytes, StandardCharsets.US_ASCII).split("\n")) {
            if (line.isEmpty()) {
                continue;
            }
            String[] parts = line.split(" ");
            try {
                published.add(new Published(Long.parseLong(parts[0]), Base64Text.hash(parts[1])));
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException bad) {
                throw new CorruptLog(-1, "the list of published roots has a line that is none: " + line);
            }
        }
        return published;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
