package kz.legality.command.intake;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The text inside a file: the file itself, what a gzip unpacks to, or the one file of a zip. The first bytes tell which,
 * whatever the file is called.
 */
final class Content extends FilterInputStream {
    /** Far above any real file: a small archive that unpacks without end is stopped here. */
    static final long UNPACKED_BYTES_MAX = 64L << 30;

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int MAGIC_BYTES = 4;

    private long unpackedBytes;
    private boolean ended;

    private Content(InputStream in) {
        super(in);
    }

    static Content of(InputStream sent) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(sent, BUFFER_BYTES);
        buffered.mark(MAGIC_BYTES);
        byte[] magic = buffered.readNBytes(MAGIC_BYTES);
        buffered.reset();
        if (beginsWith(magic, 0x1f, 0x8b)) {
            return new Content(gunzip(buffered));
        }
        if (beginsWith(magic, 'P', 'K')) {
            return new Content(onlyFileOf(buffered));
        }
        if (beginsWith(magic, 0xff, 0xfe) || beginsWith(magic, 0xfe, 0xff)) {
            throw new Unreadable("the file is UTF-16; it has to be UTF-8");
        }
        return new Content(buffered);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (ended) {
            return -1;
        }
        try {
            int read = super.read(buffer, offset, length);
            if (read < 0) {
                ended = true;
                requireNothingAfter();
                return -1;
            }
            unpackedBytes += read;
            if (unpackedBytes > UNPACKED_BYTES_MAX) {
                throw new Unreadable("the file unpacks to more than " + UNPACKED_BYTES_MAX + " bytes");
            }
            return read;
        } catch (ZipException | EOFException e) {
            throw new Unreadable("the archive is damaged or not complete", e);
        }
    }

    private void requireNothingAfter() throws IOException {
        if (in instanceof ZipInputStream zip && nextFile(zip) != null) {
            throw new Unreadable("the zip holds more than one file; send each by itself");
        }
    }

    private static InputStream gunzip(InputStream buffered) throws IOException {
        try {
            return new GZIPInputStream(buffered, BUFFER_BYTES);
        } catch (ZipException | EOFException e) {
            throw new Unreadable("the archive is damaged or not complete", e);
        }
    }

    private static InputStream onlyFileOf(InputStream buffered) throws IOException {
        ZipInputStream zip = new ZipInputStream(buffered);
        try {
            if (nextFile(zip) == null) {
                throw new Unreadable("the zip holds no file");
            }
            return zip;
        } catch (ZipException | EOFException e) {
            throw new Unreadable("the zip cannot be opened: it is damaged or locked with a password", e);
        }
    }

    /** Passes by folders, and by what one desktop system adds for itself. */
    private static @Nullable ZipEntry nextFile(ZipInputStream zip) throws IOException {
        ZipEntry entry = zip.getNextEntry();
        while (entry != null && (entry.isDirectory() || entry.getName().startsWith("__MACOSX/"))) {
            entry = zip.getNextEntry();
        }
        return entry;
    }

    private static boolean beginsWith(byte[] bytes, int... magic) {
        byte[] wanted = new byte[magic.length];
        for (int i = 0; i < magic.length; i++) {
            wanted[i] = (byte) magic[i];
        }
        return bytes.length >= wanted.length && Arrays.equals(bytes, 0, wanted.length, wanted, 0, wanted.length);
    }
}
