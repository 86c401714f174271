package kz.legality.command.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;
import java.util.zip.CRC32C;

/**
 * The highest position anyone was told about, in a file of its own, so that a torn write that nobody was told of can be told from an
 * acknowledged one that was damaged later.
 *
 * <p>Order of events: the batch is forced to the log, then the mark is written (not forced), then the callers are told. So the mark
 * never lies ahead of what is durable: it raises no false alarm. A killed process leaves the mark exact, because the page cache
 * outlives it. After a loss of power the mark may lag by at most the interval at which the writer forces it, so a damaged log tail
 * of that last interval passes for a torn one; everything older is still guarded.
 *
 * <p>Form: 8 bytes count of acknowledged events, 4 bytes CRC32C of them, big-endian. An unreadable mark is "not known".
 */
public final class AcknowledgedMark implements AutoCloseable {
    static final String FILE = "acknowledged.mark";
    private static final int MARK_BYTES = Long.BYTES + Integer.BYTES;

    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(MARK_BYTES);
    private boolean forced = true;

    private AcknowledgedMark(FileChannel channel) {
        this.channel = channel;
    }

    public static AcknowledgedMark open(Path directory) {
        try {
            return new AcknowledgedMark(FileChannel.open(
                    directory.resolve(FILE),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE));
        } catch (IOException e) {
            throw new UncheckedIOException("The mark of acknowledged events in " + directory + " cannot be opened", e);
        }
    }

    /** How many events were acknowledged, or empty where the mark is missing or unreadable. */
    public OptionalLong count() {
        try {
            buffer.clear();
            if (channel.read(buffer, 0) < MARK_BYTES) {
                return OptionalLong.empty();
            }
            long count = buffer.getLong(0);
            return buffer.getInt(Long.BYTES) == checksum(count) ? OptionalLong.of(count) : OptionalLong.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The mark of acknowledged events cannot be read", e);
        }
    }

    /** Says that events 0 to count-1 are durable and about to be acknowledged. */
    public void write(long count) {
        try {
            buffer.clear();
            buffer.putLong(count).putInt(checksum(count)).flip();
            channel.write(buffer, 0);
            forced = false;
        } catch (IOException e) {
            throw new UncheckedIOException("The mark of acknowledged events cannot be written", e);
        }
    }

    /** Makes the mark outlive a loss of power. */
    public void force() {
        if (forced) {
            return;
        }
        try {
            channel.force(false);
            forced = true;
        } catch (IOException e) {
            throw new UncheckedIOException("The mark of acknowledged events cannot be forced to disk", e);
        }
    }

    @Override
    public void close() {
        try (channel) {
            force();
        } catch (IOException e) {
            throw new UncheckedIOException("The mark of acknowledged events cannot be closed", e);
        }
    }

    private static int checksum(long count) {
        CRC32C crc = new CRC32C();
        crc.update(ByteBuffer.allocate(Long.BYTES).putLong(0, count));
        return (int) crc.getValue();
    }
}
