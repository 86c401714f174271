package kz.legality.query.equipment;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import kz.legality.secrecy.Pseudonym;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The index in a file, for a fast start. It holds nothing that the read store has not: a snapshot that is missing,
 * damaged, of another store or of other rules is passed over, and the index made anew.
 *
 * <p>Shape, all numbers big-endian: magic, store and revision as text, position, number of entries, the entries; number of
 * IMEIs with exceptions, each with its subscribers; CRC-32C of everything before.
 *
 * @param store whose documents it was made of
 * @param revision of the view
 * @param position the last event it is sure to know; entries may be newer
 */
public record EquipmentSnapshot(String store, String revision, long position, EquipmentIndex index) {
    private static final Logger LOG = LoggerFactory.getLogger(EquipmentSnapshot.class);
    private static final long MAGIC = 0x4c45_4951_5549_5001L;
    private static final int BUFFER_BYTES = 1 << 20;

    /** A crash leaves the older snapshot, or none, and perhaps an unfinished file that the next one overwrites. */
    public void write(Path file) {
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        try (FileChannel channel = FileChannel.open(
                unfinished,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            CheckedOutputStream checked = new CheckedOutputStream(
                    new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES), new CRC32C());
            DataOutputStream out = new DataOutputStream(checked);
            out.writeLong(MAGIC);
            out.writeUTF(store);
            out.writeUTF(revision);
            out.writeLong(position);
            writeEntries(out);
            writeExceptions(out);
            out.writeLong(checked.getChecksum().getValue());
            out.flush();
            checked.flush();
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException("the snapshot of the equipment index cannot be written to " + file, e);
        }
        try {
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the snapshot of the equipment index cannot take its name: " + file, e);
        }
    }

    /** In blocks that name their length: how many entries there are is not known before the last, as more come meanwhile. */
    private void writeEntries(DataOutputStream out) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(BUFFER_BYTES);
        out.writeLong(index.size());
        try {
            index.eachEntry(entry -> {
                block.putLong(entry);
                if (!block.hasRemaining()) {
                    flush(block, out);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        flush(block, out);
        out.writeInt(0);
    }

    private static void flush(ByteBuffer block, DataOutputStream out) {
        try {
            if (block.position() > 0) {
                out.writeInt(block.position());
                out.write(block.array(), 0, block.position());
                block.clear();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writeExceptions(DataOutputStream out) throws IOException {
        try {
            index.eachException((key, subscribers) -> {
                try {
                    out.writeLong(key);
                    out.writeInt(subscribers.size());
                    for (Pseudonym subscriber : subscribers) {
                        out.writeUTF(subscriber.value());
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        out.writeLong(-1);
    }

    /** Empty where there is none that can be used. */
    public static Optional<EquipmentSnapshot> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            CheckedInputStream checked = new CheckedInputStream(
                    new BufferedInputStream(Channels.newInputStream(channel), BUFFER_BYTES), new CRC32C());
            DataInputStream in = new DataInputStream(checked);
            if (in.readLong() != MAGIC) {
                throw new IOException("it is no snapshot of this version");
            }
            String store = in.readUTF();
            String revision = in.readUTF();
            long position = in.readLong();
            EquipmentIndex index = readEntries(in, channel.size() / Long.BYTES);
            readExceptions(in, index);
            long computed = checked.getChecksum().getValue();
            if (in.readLong() != computed) {
                throw new IOException("its checksum is wrong");
            }
            return Optional.of(new EquipmentSnapshot(store, revision, position, index));
        } catch (IOException | RuntimeException e) {
            LOG.warn("The equipment index is made anew: the snapshot {} cannot be used ({})", file, e.getMessage());
            return Optional.empty();
        }
    }

    private static EquipmentIndex readEntries(DataInputStream in, long entriesMax) throws IOException {
        long expected = in.readLong();
        if (expected < 0 || expected > entriesMax) {
            throw new IOException("it names " + expected + " entries");
        }
        EquipmentIndex index = new EquipmentIndex(expected);
        byte[] block = new byte[BUFFER_BYTES];
        for (int bytes = in.readInt(); bytes != 0; bytes = in.readInt()) {
            if (bytes < 0 || bytes > block.length) {
                throw new IOException("it has a block of " + bytes + " bytes");
            }
            in.readFully(block, 0, bytes);
            ByteBuffer entries = ByteBuffer.wrap(block, 0, bytes);
            while (entries.remaining() >= Long.BYTES) {
                long entry = entries.getLong();
                index.putRaw(EquipmentTable.keyOf(entry), EquipmentTable.saidOf(entry));
            }
        }
        return index;
    }

    private static void readExceptions(DataInputStream in, EquipmentIndex index) throws IOException {
        for (long key = in.readLong(); key != -1; key = in.readLong()) {
            int count = in.readInt();
            Set<Pseudonym> subscribers = new HashSet<>();
            for (int i = 0; i < count; i++) {
                subscribers.add(new Pseudonym(in.readUTF()));
            }
            index.putExceptions(key, subscribers);
        }
    }
}
