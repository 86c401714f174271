package kz.legality.command.store.rocksdb;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import kz.legality.command.store.CorruptStoreException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;
import org.rocksdb.Checkpoint;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Status;

/**
 * The open RocksDB with its families. Reads go through {@link #read}, because a read that meets a closed database ends the whole
 * process, not the read.
 */
final class EventDatabase implements AutoCloseable {
    static final String EVENTS = "events";
    static final String STREAMS = "streams";
    static final String TIMES = "times";
    static final String SNAPSHOTS = "snapshots";

    final Path directory;
    final RocksDB rocks;
    final ColumnFamilyHandle events;
    final ColumnFamilyHandle streams;
    final ColumnFamilyHandle times;
    final ColumnFamilyHandle snapshots;
    final ColumnFamilyHandle beginnings;

    private final StoreOptions options;
    private final List<ColumnFamilyHandle> handles;
    private final ReentrantReadWriteLock use = new ReentrantReadWriteLock();
    private boolean closed;

    EventDatabase(Path directory, StoreOptions options, RocksDB rocks, List<ColumnFamilyHandle> handles) {
        this.directory = directory;
        this.options = options;
        this.rocks = rocks;
        this.handles = handles;
        this.beginnings = handles.get(0);
        this.events = handles.get(1);
        this.streams = handles.get(2);
        this.times = handles.get(3);
        this.snapshots = handles.get(4);
    }

    @FunctionalInterface
    interface Reading<T extends @Nullable Object> {
        T read() throws RocksDBException;
    }

    /**
     * @param what what is being read, for the message of a failure
     * @throws CorruptStoreException when RocksDB finds its files damaged
     * @throws IllegalStateException when the store has been closed
     */
    <T extends @Nullable Object> T read(String what, Reading<T> reading) {
        use.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("The event store in " + directory + " has been closed");
            }
            return reading.read();
        } catch (RocksDBException e) {
            throw named(what, e);
        } finally {
            use.readLock().unlock();
        }
    }

    /** How many events there are; they are positions 0 to count-1. */
    long count() {
        return read("the last event", () -> {
            try (RocksIterator last = rocks.newIterator(events)) {
                last.seekToLast();
                last.status();
                return last.isValid() ? Keys.position(last.key()) + 1 : 0L;
            }
        });
    }

    /** Makes a copy of this moment: what is in memory is written to files, and files never change once written. */
    void copyTo(Path target) {
        read("a copy of it", () -> {
            try (Checkpoint checkpoint = Checkpoint.create(rocks)) {
                checkpoint.createCheckpoint(target.toString());
            }
            return null;
        });
    }

    EventStoreException named(String what, RocksDBException e) {
        Status status = e.getStatus();
        return status != null && status.getCode() == Status.Code.Corruption
                ? new CorruptStoreException(directory, what + " cannot be read: " + e.getMessage(), e)
                : new EventStoreException(
                        "The event store in " + directory + " failed at " + what + ": " + e.getMessage(), e);
    }

    @Override
    public void close() {
        use.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                handles.forEach(ColumnFamilyHandle::close);
                rocks.close();
                options.close();
            }
        } finally {
            use.writeLock().unlock();
        }
    }
}
