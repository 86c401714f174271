package kz.legality.command.store.rocksdb;

import java.util.Optional;
import kz.legality.command.store.CorruptEventException;
import kz.legality.command.store.EventEnvelope;
import kz.legality.command.store.StoredDomainEvent;
import org.rocksdb.RocksDBException;

/** The newest snapshot of each stream. A snapshot spares work and holds nothing that its events do not. */
final class Snapshots {
    private final EventDatabase database;

    Snapshots(EventDatabase database) {
        this.database = database;
    }

    /** Called by the writer alone. Two for one stream in one group may leave the older: the next one mends it. */
    void put(SnapshotPut put, Puts puts) throws RocksDBException {
        byte[] key = Keys.streamId(put.streamId);
        byte[] present = database.rocks.get(database.snapshots, key);
        if (present == null || isOlder(present, put)) {
            puts.put(database.snapshots, key, put.envelope);
        }
    }

    /** A damaged snapshot is older than any: nothing is lost with it. */
    private boolean isOlder(byte[] present, SnapshotPut put) {
        try {
            return decoded(present, put.streamId).getSequenceNumber() <= put.sequence;
        } catch (CorruptEventException damaged) {
            return true;
        }
    }

    Optional<StoredDomainEvent> newest(String streamId) {
        byte[] key = Keys.streamId(streamId);
        return database.read("the snapshot of stream " + streamId, () -> {
            byte[] envelope = database.rocks.get(database.snapshots, key);
            return envelope == null ? Optional.empty() : Optional.of(decoded(envelope, streamId));
        });
    }

    private StoredDomainEvent decoded(byte[] envelope, String streamId) {
        return (StoredDomainEvent)
                EventEnvelope.read(envelope, EventEnvelope.NO_POSITION, streamId, database.directory);
    }
}
