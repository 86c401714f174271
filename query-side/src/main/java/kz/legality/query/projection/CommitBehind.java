package kz.legality.query.projection;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import kz.legality.query.store.ReadStore;
import kz.legality.query.store.WriteBatch;
import org.jspecify.annotations.Nullable;

/**
 * Commits one batch while the next one is being made. At most one is on its way, and batches reach the store in the order
 * they were handed over; a crash loses whole batches off the end and never one in between, as if they had not been made yet.
 *
 * <p>After a batch has failed nothing is taken until {@link #beginAgain}: what was made since rests on what was not written.
 * For one thread, that of the projector; the commits run on a thread of their own, which ends when idle.
 */
final class CommitBehind {
    private static final long IDLE_SECONDS = 2;

    private final ReadStore store;
    private final ThreadPoolExecutor writer;
    private @Nullable WriteBatch batch;
    private @Nullable Future<?> written;

    CommitBehind(ReadStore store) {
        this.store = store;
        this.writer =
                new ThreadPoolExecutor(0, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, "views-writer");
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /** What may not be on disk yet, to be looked at before the store is; null when all is. Nobody changes it any more. */
    @Nullable
    WriteBatch underway() {
        return batch;
    }

    /**
     * Takes the batch once the one before it is on disk.
     *
     * @param listeners told before and after it, whatever comes of it
     * @param onDisk told on the writing thread
     * @throws RuntimeException what the store said to the batch before this
     */
    void hand(WriteBatch next, List<CommitListener> listeners, Runnable onDisk) {
        settle();
        batch = next;
        written = writer.submit(() -> {
            listeners.forEach(CommitListener::committing);
            try {
                store.commit(next);
                onDisk.run();
            } finally {
                listeners.forEach(CommitListener::finished);
            }
        });
    }

    /**
     * Waits until what was handed over is on disk.
     *
     * @throws RuntimeException what the store said to it; again and again until {@link #beginAgain}
     */
    void settle() {
        Future<?> awaited = written;
        if (awaited == null) {
            return;
        }
        rethrow(awaited);
        batch = null;
        written = null;
    }

    /** As {@link #settle} where the outcome is known; else nothing. */
    void complain() {
        Future<?> awaited = written;
        if (awaited != null && awaited.isDone()) {
            settle();
        }
    }

    /** Waits until nothing is being written any more, whatever came of it; the store alone says what is there. */
    void beginAgain() {
        await();
        batch = null;
        written = null;
    }

    /** As {@link #beginAgain}, but a failure is not forgotten. */
    void await() {
        Future<?> awaited = written;
        boolean interrupted = false;
        while (awaited != null && !awaited.isDone()) {
            try {
                awaited.get();
            } catch (InterruptedException e) {
                interrupted = true; // a batch on its way cannot be called back
            } catch (ExecutionException | CancellationException e) {
                break;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void rethrow(Future<?> awaited) {
        await();
        switch (awaited.state()) {
            case SUCCESS, RUNNING, CANCELLED -> {}
            case FAILED -> {
                Throwable failure = awaited.exceptionNow();
                if (failure instanceof RuntimeException runtime) {
                    throw runtime;
                }
                throw new IllegalStateException("a batch of the views could not be written", failure);
            }
        }
    }
}
