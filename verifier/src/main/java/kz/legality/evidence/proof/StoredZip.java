package kz.legality.evidence.proof;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * A ZIP of which every byte is decided by its files: stored, not compressed, dated 1 January 1980, nothing before, between
 * or behind them. Any ZIP program opens it; whoever changes one byte of it is found out, since there is nothing in it that
 * does not count.
 */
public final class StoredZip {
    /** Files are counted, and offsets measured, in 32 bits. */
    public static final long BYTES_MAX = Integer.MAX_VALUE - 1024;

    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int END_64 = 0x06064b50;
    private static final int END_64_LOCATOR = 0x07064b50;
    private static final int LOCAL_BYTES = 30;
    private static final int CENTRAL_BYTES = 46;
    private static final int END_BYTES = 22;
    private static final int END_64_BYTES = 56;
    private static final int LOCATOR_BYTES = 20;
    private static final short VERSION = 45;
    private static final short UTF_8_NAMES = 0x0800;
    private static final short STORED = 0;
    private static final short MIDNIGHT = 0;
    private static final short FIRST_OF_1980 = 0x21;
    private static final int COUNT_16_MAX = 0xFFFF;

    private StoredZip() {}

    public static byte[] write(Map<String, byte[]> files) {
        long bytes = END_BYTES + END_64_BYTES + LOCATOR_BYTES;
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            bytes += LOCAL_BYTES + CENTRAL_BYTES + 2L * utf8(file.getKey()).length + file.getValue().length;
        }
        if (bytes > BYTES_MAX) {
            throw new IllegalArgumentException("a bundle has at most " + BYTES_MAX + " bytes; ask for fewer devices");
        }
        ByteBuffer out = ByteBuffer.allocate((int) bytes).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer directory = ByteBuffer.allocate((int) bytes).order(ByteOrder.LITTLE_ENDIAN);
        files.forEach((name, content) -> put(name, content, out, directory));
        int start = out.position();
        int length = directory.position();
        out.put(directory.flip());
        putEnd(out, files.size(), start, length);
        return Arrays.copyOf(out.array(), out.position());
    }

    /** @throws IllegalArgumentException where one byte is not as {@link #write} writes it, or a name stands twice */
    public static Map<String, byte[]> read(byte[] zip) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        ByteBuffer in = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        while (in.remaining() >= LOCAL_BYTES && in.getInt(in.position()) == LOCAL) {
            int at = in.position();
            int nameBytes = Short.toUnsignedInt(in.getShort(at + 26));
            long contentBytes = Integer.toUnsignedLong(in.getInt(at + 18));
            if (LOCAL_BYTES + nameBytes + contentBytes > in.remaining()) {
                throw new IllegalArgumentException("it is cut off in the file that begins at byte " + at);
            }
            int from = at + LOCAL_BYTES + nameBytes;
            String name = new String(zip, at + LOCAL_BYTES, nameBytes, StandardCharsets.UTF_8);
            byte[] content = Arrays.copyOfRange(zip, from, from + (int) contentBytes);
            if (files.put(name, content) != null) {
                throw new IllegalArgumentException("the file " + name + " stands in it twice");
            }
            in.position(from + (int) contentBytes);
        }
        if (files.isEmpty()) {
            throw new IllegalArgumentException("it is no ZIP of stored files");
        }
        int differing = Arrays.mismatch(write(files), zip);
        if (differing >= 0) {
            throw new IllegalArgumentException("byte " + differing + " is not what its files demand");
        }
        return files;
    }

    private static void put(String name, byte[] content, ByteBuffer out, ByteBuffer directory) {
        CRC32 crc = new CRC32();
        crc.update(content);
        byte[] utf8 = utf8(name);
        int at = out.position();
        out.putInt(LOCAL);
        common(out, (int) crc.getValue(), content.length, utf8.length);
        out.put(utf8).put(content);
        directory.putInt(CENTRAL).putShort(VERSION);
        common(directory, (int) crc.getValue(), content.length, utf8.length);
        directory
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(0)
                .putInt(at);
        directory.put(utf8);
    }

    private static void common(ByteBuffer out, int crc, int bytes, int nameBytes) {
        out.putShort(VERSION)
                .putShort(UTF_8_NAMES)
                .putShort(STORED)
                .putShort(MIDNIGHT)
                .putShort(FIRST_OF_1980);
        out.putInt(crc).putInt(bytes).putInt(bytes).putShort((short) nameBytes).putShort((short) 0);
    }

    private static void putEnd(ByteBuffer out, int files, int start, int length) {
        boolean many = files >= COUNT_16_MAX;
        if (many) {
            int at = out.position();
            out.putInt(END_64)
                    .putLong(END_64_BYTES - 12)
                    .putShort(VERSION)
                    .putShort(VERSION)
                    .putInt(0)
                    .putInt(0);
            out.putLong(files).putLong(files).putLong(length).putLong(start);
            out.putInt(END_64_LOCATOR).putInt(0).putLong(at).putInt(1);
        }
        short count = (short) (many ? COUNT_16_MAX : files);
        out.putInt(END).putShort((short) 0).putShort((short) 0).putShort(count).putShort(count);
        out.putInt(length).putInt(start).putShort((short) 0);
    }

    private static byte[] utf8(String name) {
        return name.getBytes(StandardCharsets.UTF_8);
    }
}
