package kz.legality.door.release;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** One whole release on disk in one of its forms: a row is found by its IMEI without reading those between. */
final class KeptRows implements AutoCloseable {
    private static final int LOOKED_AT_BYTES = 2_048;
    private static final int COPIED_BYTES = 1 << 20;

    private final FileChannel file;
    private final int imeiFrom;
    private final long first;

    private KeptRows(FileChannel file, int imeiFrom, long first) {
        this.file = file;
        this.imeiFrom = imeiFrom;
        this.first = first;
    }

    static KeptRows open(Path whole, ReleaseForm form) throws IOException {
        FileChannel file = FileChannel.open(whole, StandardOpenOption.READ);
        KeptRows rows = new KeptRows(file, form.imeiFrom(), 0);
        return form == ReleaseForm.CSV ? new KeptRows(file, form.imeiFrom(), rows.behindLine(0)) : rows;
    }

    /** Where the first row begins, behind the names of the columns if there are any. */
    long first() {
        return first;
    }

    long end() throws IOException {
        return file.size();
    }

    /**
     * Where the row of this IMEI begins, or the one behind it where there is none.
     *
     * @param from where some row of an earlier IMEI begins, or this one's
     */
    long find(String imei, long from) throws IOException {
        long low = from;
        long high = end();
        while (high - low > LOOKED_AT_BYTES) {
            long middle = behindLine((low + high) / 2);
            if (middle >= high) {
                break;
            }
            if (imeiAt(middle).compareTo(imei) >= 0) {
                high = middle;
            } else {
                low = middle;
            }
        }
        while (low < high && imeiAt(low).compareTo(imei) < 0) {
            low = behindLine(low);
        }
        return low;
    }

    /** The row that begins here if it is this IMEI's, without its end of line. */
    Optional<String> row(long at, String imei) throws IOException {
        if (at >= end() || !imeiAt(at).equals(imei)) {
            return Optional.empty();
        }
        return Optional.of(text(at, (int) (behindLine(at) - 1 - at)));
    }

    /** Behind the row that begins here if it is this IMEI's; else here. */
    long behind(long at, String imei) throws IOException {
        return row(at, imei).isPresent() ? behindLine(at) : at;
    }

    void copy(long from, long to, OutputStream out) throws IOException {
        byte[] bytes = new byte[COPIED_BYTES];
        for (long at = from; at < to; ) {
            int some = read(at, ByteBuffer.wrap(bytes, 0, (int) Math.min(COPIED_BYTES, to - at)));
            out.write(bytes, 0, some);
            at += some;
        }
    }

    private String imeiAt(long row) throws IOException {
        return text(row + imeiFrom, ReleaseRow.IMEI_CHARS);
    }

    private String text(long at, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            read(at + bytes.position(), bytes);
        }
        return new String(bytes.array(), StandardCharsets.UTF_8);
    }

    /** Behind the next end of a line at or after {@code at}. */
    private long behindLine(long at) throws IOException {
        byte[] bytes = new byte[LOOKED_AT_BYTES];
        long from = at;
        while (true) {
            int some = read(from, ByteBuffer.wrap(bytes));
            for (int i = 0; i < some; i++) {
                if (bytes[i] == '\n') {
                    return from + i + 1;
                }
            }
            from += some;
        }
    }

    private int read(long at, ByteBuffer into) throws IOException {
        int some = file.read(into, at);
        if (some < 0) {
            throw new IOException("the release ends within a row, at byte " + at);
        }
        return some;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
