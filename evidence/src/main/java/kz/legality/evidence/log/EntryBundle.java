package kz.legality.evidence.log;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import kz.legality.evidence.proof.LogEntry;

/** Up to 256 entries as a tile holds them: each led by its length in two bytes, big-endian. */
final class EntryBundle {
    private EntryBundle() {}

    static byte[] of(List<byte[]> entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(entries.size() * 256);
        for (byte[] entry : entries) {
            if (entry.length > LogEntry.ENTRY_BYTES_MAX) {
                throw new IllegalArgumentException("an entry has at most " + LogEntry.ENTRY_BYTES_MAX + " bytes");
            }
            out.write(entry.length >>> Byte.SIZE);
            out.write(entry.length);
            out.writeBytes(entry);
        }
        return out.toByteArray();
    }

    /** @throws IllegalArgumentException where it is cut off */
    static List<byte[]> parse(byte[] bundle) {
        List<byte[]> entries = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(bundle);
        while (in.hasRemaining()) {
            int length = in.remaining() < Short.BYTES ? Integer.MAX_VALUE : Short.toUnsignedInt(in.getShort());
            if (in.remaining() < length) {
                throw new IllegalArgumentException("a bundle of entries is cut off after " + entries.size());
            }
            byte[] entry = new byte[length];
            in.get(entry);
            entries.add(entry);
        }
        return entries;
    }
}
