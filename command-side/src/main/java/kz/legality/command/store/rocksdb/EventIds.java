package kz.legality.command.store.rocksdb;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;

/** Sees to it that no two events have the same id, as Axon demands. Only the writer uses it. */
final class EventIds {
    private final EventDatabase database;
    private final byte[] nothing = new byte[0];
    private final Set<ByteBuffer> inThisGroup = new HashSet<>();

    EventIds(EventDatabase database) {
        this.database = database;
    }

    /**
     * @throws StreamConflict when an event with this id is stored, or about to be in the same group
     */
    void demandNew(Append.Line line) throws RocksDBException {
        if (inThisGroup.contains(ByteBuffer.wrap(line.idKey()))
                || database.rocks.get(database.ids, line.idKey(), nothing) != RocksDB.NOT_FOUND) {
            throw StreamConflict.ofId(line.event());
        }
    }

    void put(Append.Line line, WriteBatch batch) throws RocksDBException {
        inThisGroup.add(ByteBuffer.wrap(line.idKey()));
        batch.put(database.ids, line.idKey(), nothing);
    }

    /** From now on the index itself knows the ids of the group. */
    void committed() {
        inThisGroup.clear();
    }
}
