package kz.legality.command.store.rocksdb;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Something the writer is asked to make durable, and the caller who waits for it. */
abstract sealed class Work permits Append, SnapshotPut, Farewell {
    private final Thread caller = Thread.currentThread();
    private volatile boolean done;
    private @Nullable RuntimeException failure;
    private @Nullable Work wakesFirst;
    private @Nullable Work wakesSecond;

    /** Roughly what it adds to a batch. */
    abstract long bytes();

    /**
     * Tells the callers of all of them, who wait. Each of them, when it wakes, wakes two others: to wake one takes as long as
     * to store it, and the writer has better to do.
     */
    static void succeed(List<Work> works) {
        // From the last to the first: whoever is told may wake at once, and those he wakes must have been told by then.
        for (int i = works.size() - 1; i >= 0; i--) {
            Work work = works.get(i);
            work.wakesFirst = 2 * i + 1 < works.size() ? works.get(2 * i + 1) : null;
            work.wakesSecond = 2 * i + 2 < works.size() ? works.get(2 * i + 2) : null;
            work.done = true;
        }
        wake(works.isEmpty() ? null : works.getFirst());
    }

    final void fail(RuntimeException why) {
        failure = why;
        done = true;
        LockSupport.unpark(caller);
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
        wake(wakesFirst);
        wake(wakesSecond);
        if (interrupted) {
            caller.interrupt();
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static void wake(@Nullable Work other) {
        if (other != null) {
            LockSupport.unpark(other.caller);
        }
    }
}
