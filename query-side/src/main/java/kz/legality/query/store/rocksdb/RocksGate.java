package kz.legality.query.store.rocksdb;

import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import kz.legality.query.store.ReadStoreClosedException;
import org.rocksdb.RocksDBException;

/**
 * Lets nobody in once the store is closed, and closes it only when the last one is out: a call into a closed RocksDB
 * would take the whole process down.
 */
final class RocksGate {
    interface Work<T> {
        T run() throws RocksDBException;
    }

    private final Path directory;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private volatile boolean closed;

    RocksGate(Path directory) {
        this.directory = directory;
    }

    <T> T inside(Work<T> work) {
        lock.readLock().lock();
        try {
            check();
            return work.run();
        } catch (RocksDBException e) {
            throw RocksFailure.named(directory, e);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** To be asked from time to time by whoever stays inside for long. */
    void check() {
        if (closed) {
            throw new ReadStoreClosedException(directory.toString());
        }
    }

    synchronized void closeOnce(Runnable closing) {
        if (closed) {
            return;
        }
        // Set before waiting, so that long scans end.
        closed = true;
        lock.writeLock().lock();
        try {
            closing.run();
        } finally {
            lock.writeLock().unlock();
        }
    }
}
