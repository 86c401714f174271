package kz.legality.command.store.rocksdb;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Something the writer is asked to make durable, and the caller who waits for it. */
abstract sealed class Work permits Append, SnapshotPut, Farewell {
    private final Thread caller = Thread.currentThread();
    private volatile boolean done;
    private @Nullable RuntimeException failure;

    /** Roughly what it adds to a batch. */
    abstract long bytes();

    final void succeed() {
        done = true;
        LockSupport.unpark(caller);
    }

    final void fail(RuntimeException why) {
        failure = why;
        succeed();
    }

    final boolean failed() {
        return failure != null;
    }

    /**
     * Waits until the work is durable or refused. An interrupt does not end the wait, for nobody could say then whether the
     * events are stored; it is kept for afterwards.
     */
    final void await() {
        boolean interrupted = false;
        while (!done) {
            LockSupport.park(this);
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            caller.interrupt();
        }
        if (failure != null) {
            throw failure;
        }
    }
}
