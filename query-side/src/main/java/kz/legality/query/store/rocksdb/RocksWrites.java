package kz.legality.query.store.rocksdb;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;

/**
 * Writes of RocksDB, written down here in the form in which RocksDB itself logs them, and handed over at once: calling
 * into RocksDB for each of them took longer than the rest of a commit.
 *
 * <pre>
 *  8  sequence, given by RocksDB
 *  4  number of records, little-endian
 *     records: 5 (put) or 4 (delete), varint of the column family, the key, and for a put the value;
 *     key and value are each a varint of their bytes and then those
 * </pre>
 */
final class RocksWrites {
    private static final VarHandle LITTLE_INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);

    private static final int COUNT_OFFSET = 8;
    private static final int HEADER_BYTES = 12;
    private static final int DELETE = 4;
    private static final int PUT = 5;
    private static final int USUAL_BYTES = 64 << 10;
    private static final int VARINT_BITS = 7;
    private static final int VARINT_MORE = 1 << VARINT_BITS;
    /** Room for the length of a part that is known when the part is there: 28 bits, written out in full. */
    private static final int LENGTH_BYTES = 4;

    private byte[] bytes = new byte[USUAL_BYTES];
    private int size = HEADER_BYTES;
    private int count;
    private int partBegan;

    /** The key is to follow, and then the value, each between {@link #beginPart} and {@link #endPart}. */
    RocksWrites put(ColumnFamilyHandle family) {
        return record(PUT, family);
    }

    /** The key is to follow. */
    RocksWrites delete(ColumnFamilyHandle family) {
        return record(DELETE, family);
    }

    RocksWrites beginPart() {
        room(LENGTH_BYTES);
        size += LENGTH_BYTES;
        partBegan = size;
        return this;
    }

    RocksWrites endPart() {
        int length = size - partBegan;
        int at = partBegan - LENGTH_BYTES;
        for (int i = 1; i < LENGTH_BYTES; i++) {
            bytes[at++] = (byte) (length | VARINT_MORE);
            length >>>= VARINT_BITS;
        }
        bytes[at] = (byte) length;
        return this;
    }

    RocksWrites part(byte[] all) {
        return beginPart().raw(all).endPart();
    }

    RocksWrites raw(byte[] more) {
        room(more.length);
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
        return this;
    }

    RocksWrites text(String text) {
        return raw(text.getBytes(UTF_8));
    }

    RocksWrites octet(int value) {
        room(1);
        bytes[size++] = (byte) value;
        return this;
    }

    RocksWrites int16(int value) {
        room(Short.BYTES);
        SHORT.set(bytes, size, (short) value);
        size += Short.BYTES;
        return this;
    }

    RocksWrites int64(long value) {
        room(Long.BYTES);
        LONG.set(bytes, size, value);
        size += Long.BYTES;
        return this;
    }

    /** For RocksDB; to be closed by the caller. */
    WriteBatch batch() throws RocksDBException {
        LITTLE_INT.set(bytes, COUNT_OFFSET, count);
        return new WriteBatch(Arrays.copyOf(bytes, size));
    }

    private RocksWrites record(int kind, ColumnFamilyHandle family) {
        count++;
        octet(kind);
        int id = family.getID();
        while (id >= VARINT_MORE) {
            octet(id | VARINT_MORE);
            id >>>= VARINT_BITS;
        }
        return octet(id);
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
