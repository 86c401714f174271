package kz.legality.command.store.rocksdb;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;

/**
 * What is to be written, in the form in which RocksDB itself logs it, and handed over in one call instead of one for each.
 *
 * <pre>
 *  8  sequence, given by RocksDB
 *  4  number of records, little-endian
 *     records: 5, varint of the column family, key, value; each of these a varint of its bytes and then those
 * </pre>
 */
final class Puts {
    private static final VarHandle LITTLE_INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int COUNT_OFFSET = 8;
    private static final int HEADER_BYTES = 12;
    private static final int PUT = 5;
    private static final int USUAL_BYTES = 1 << 20;
    private static final int VARINT_BITS = 7;
    private static final int VARINT_MORE = 1 << VARINT_BITS;
    private static final int VARINT_BYTES_MAX = 5;

    private byte[] bytes = new byte[USUAL_BYTES];
    private int size = HEADER_BYTES;
    private int count;

    void put(ColumnFamilyHandle family, byte[] key, byte[] value) {
        room(1 + 3 * VARINT_BYTES_MAX + key.length + value.length);
        bytes[size++] = PUT;
        varint(family.getID());
        part(key);
        part(value);
        count++;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** For RocksDB; to be closed by the caller. */
    WriteBatch batch() throws RocksDBException {
        LITTLE_INT.set(bytes, COUNT_OFFSET, count);
        return new WriteBatch(Arrays.copyOf(bytes, size));
    }

    void clear() {
        size = HEADER_BYTES;
        count = 0;
        if (bytes.length > USUAL_BYTES) {
            bytes = new byte[USUAL_BYTES];
        }
    }

    private void part(byte[] part) {
        varint(part.length);
        System.arraycopy(part, 0, bytes, size, part.length);
        size += part.length;
    }

    private void varint(int value) {
        int rest = value;
        while (rest >= VARINT_MORE) {
            bytes[size++] = (byte) (rest | VARINT_MORE);
            rest >>>= VARINT_BITS;
        }
        bytes[size++] = (byte) rest;
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
