package kz.legality.command.intake;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Reads the next few stretches of a file in a thread of its own, while the one before them is recorded. */
final class ReadAhead implements Closeable {
    private static final int BATCHES_AHEAD = 3;
    private static final long STOP_SECONDS_MAX = 60;

    private final BatchReader reader;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("intake-reader-", 0).factory());
    private final Queue<Future<Optional<Batch>>> ahead = new ArrayDeque<>();

    ReadAhead(BatchReader reader) {
        this.reader = reader;
        for (int i = 0; i < BATCHES_AHEAD; i++) {
            readOneMore();
        }
    }

    /** The next stretch; empty at the end of the file. */
    Optional<Batch> next() throws IOException {
        try {
            Optional<Batch> next = ahead.remove().get();
            readOneMore();
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the intake was told to stop");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("the reading of the file failed", e);
        }
    }

    private void readOneMore() {
        ahead.add(thread.submit(() -> Optional.ofNullable(reader.next())));
    }

    @Override
    public void close() throws IOException {
        thread.shutdownNow();
        try {
            // The file is closed only when nobody reads it.
            if (!thread.awaitTermination(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
                throw new IOException("the reading of the file does not stop");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        reader.close();
    }
}
