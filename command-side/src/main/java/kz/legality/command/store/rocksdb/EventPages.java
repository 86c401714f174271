package kz.legality.command.store.rocksdb;

import java.util.ArrayList;
import java.util.List;
import kz.legality.command.store.CorruptEventException;
import kz.legality.command.store.EventEnvelope;
import kz.legality.command.store.StoredEvent;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;

/**
 * Reads events in the global order, a page at a time. A page holds no cursor open, so a reader who never comes back costs nothing.
 */
final class EventPages {
    private static final long PAGE_BYTES_MAX = 8L * 1024 * 1024;

    private final EventDatabase database;

    EventPages(EventDatabase database) {
        this.database = database;
    }

    /**
     * @param from the first position wanted
     * @param end the position after the last that may be read
     * @return at most countMax events and about 8 MiB, at least one if from lies before end; positions without gaps
     * @throws CorruptEventException when one is missing or damaged
     */
    List<StoredEvent> read(long from, long end, int countMax) {
        if (from >= end) {
            return List.of();
        }
        return database.read("events from position " + from, () -> {
            try (ReadOptions options = new ReadOptions();
                    RocksIterator cursor = database.rocks.newIterator(database.events, options)) {
                cursor.seek(Keys.position(from));
                return page(cursor, from, Math.min(end, from + countMax));
            }
        });
    }

    private List<StoredEvent> page(RocksIterator cursor, long from, long end) throws RocksDBException {
        List<StoredEvent> page = new ArrayList<>((int) (end - from));
        long bytes = 0;
        for (long position = from; position < end && bytes < PAGE_BYTES_MAX; position++) {
            byte[] envelope = at(cursor, position, database);
            if (envelope == null) {
                throw new CorruptEventException(database.directory, position, null, "is missing");
            }
            bytes += envelope.length;
            page.add(EventEnvelope.read(envelope, position, null, database.directory));
            cursor.next();
        }
        return page;
    }

    /** The envelope under the cursor if that is the event at the position; RocksDB's own complaint comes first. */
    private static byte @Nullable [] at(RocksIterator cursor, long position, EventDatabase database)
            throws RocksDBException {
        if (!cursor.isValid()) {
            try {
                cursor.status();
            } catch (RocksDBException e) {
                throw new CorruptEventException(
                        database.directory, position, null, "cannot be read: " + e.getMessage());
            }
            return null;
        }
        return Keys.position(cursor.key()) == position ? cursor.value() : null;
    }
}
