package kz.legality.command.store.rocksdb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * Looks for the one damage that RocksDB does not survive. Its manifest and its write-ahead log are sequences of records, and each
 * record names its kind in one byte. Where a bit of that byte flips so that the record passes for one in a reused file, RocksDB
 * takes it for a leftover, and opening then reads the same record over and over for ever, without a word (RocksDB 11.8; the loop of
 * its issue 11968, in another recovery mode). We never let it reuse a file, so a record of such a kind is damage.
 *
 * <p>Every other damage is left to RocksDB, which names it: the walk ends at the first record whose checksum does not match.
 *
 * <p>A record: checksum (4 bytes, CRC32C of what follows the length, masked), length of its data (2), kind (1), data; little-endian.
 * No record crosses a boundary of 32 KiB, and what is too short there for a header is left empty.
 */
public final class LogFiles {
    private static final int BLOCK_BYTES = 32 * 1024;
    private static final int HEADER_BYTES = 7;
    private static final int LENGTH_AT = 4;
    private static final int KIND_AT = 6;
    private static final int MASK_DELTA = 0xa282ead8;
    private static final int MASK_ROTATION = 15;
    private static final int NOTHING_WRITTEN = 0;

    /** Whole, first, middle and last record of a reused file, and the two of its settings. */
    private static final Set<Integer> KINDS_OF_REUSED_FILES = Set.of(5, 6, 7, 8, 11, 13);

    private LogFiles() {}

    /**
     * @param database a directory that RocksDB keeps; it need not be there
     * @return what is wrong and where, if RocksDB would never finish opening it
     * @throws UncheckedIOException when a file cannot be read at all
     */
    public static Optional<String> neverRead(Path database) {
        if (!Files.isDirectory(database)) {
            return Optional.empty();
        }
        try {
            for (Path file : logs(database)) {
                ByteBuffer log = mapped(file);
                OptionalInt reused = firstOfReusedFile(log);
                if (reused.isPresent()) {
                    int at = reused.getAsInt();
                    return Optional.of("the record at byte " + at + " of " + file.getFileName() + " is of kind "
                            + log.get(at + KIND_AT) + ", which is never written here");
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The files in " + database + " cannot be read", e);
        }
    }

    private static List<Path> logs(Path database) throws IOException {
        try (Stream<Path> files = Files.list(database)) {
            return files.filter(LogFiles::isLog).sorted().toList();
        }
    }

    private static ByteBuffer mapped(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()).order(ByteOrder.LITTLE_ENDIAN);
        }
    }

    private static boolean isLog(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.startsWith("MANIFEST-") || name.endsWith(".log");
    }

    private static OptionalInt firstOfReusedFile(ByteBuffer log) {
        int at = 0;
        while (at + HEADER_BYTES <= log.limit()) {
            int blockEnd = at - at % BLOCK_BYTES + BLOCK_BYTES;
            if (at + HEADER_BYTES > blockEnd) {
                at = blockEnd;
                continue;
            }
            int kind = log.get(at + KIND_AT);
            int end = at + HEADER_BYTES + Short.toUnsignedInt(log.getShort(at + LENGTH_AT));
            if (KINDS_OF_REUSED_FILES.contains(kind)) {
                return OptionalInt.of(at);
            } else if (kind == NOTHING_WRITTEN) {
                at = blockEnd;
            } else if (end <= log.limit() && log.getInt(at) == checksum(log, at + KIND_AT, end)) {
                at = end;
            } else {
                return OptionalInt.empty();
            }
        }
        return OptionalInt.empty();
    }

    private static int checksum(ByteBuffer log, int from, int to) {
        CRC32C crc = new CRC32C();
        crc.update(log.slice(from, to - from));
        return Integer.rotateRight((int) crc.getValue(), MASK_ROTATION) + MASK_DELTA;
    }
}
