package kz.legality.command.store.rocksdb;

import java.util.OptionalLong;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;

/**
 * The streams whose first event has another sequence than 0. Axon's contract allows them and its suite has them; the ledger writes
 * none. They are noted apart, so that "sequences have no gaps" stays checkable for all streams and costs the others nothing.
 */
final class LateBeginnings {
    private final EventDatabase database;
    private volatile boolean any;

    LateBeginnings(EventDatabase database) {
        this.database = database;
        this.any = database.read("the late beginnings", () -> {
            try (RocksIterator first = database.rocks.newIterator(database.beginnings)) {
                first.seekToFirst();
                first.status();
                return first.isValid();
            }
        });
    }

    /** The sequence at which the stream begins, where that is not 0. */
    OptionalLong of(byte[] streamId) throws RocksDBException {
        byte[] sequence = any ? database.rocks.get(database.beginnings, streamId) : null;
        return sequence == null ? OptionalLong.empty() : OptionalLong.of(Keys.position(sequence));
    }

    void note(byte[] streamId, long sequence, Puts puts) {
        puts.put(database.beginnings, streamId, Keys.position(sequence));
        any = true;
    }
}
