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

/**
 * Reads the next few stretches of a file, and the streams they are about, in a thread of its own while the one before them
 * is recorded.
 */
final class ReadAhead implements Closeable {
    static final int BATCHES = 3;

    private static final long STOP_SECONDS_MAX = 60;

    private final BatchReader reader;
    private final ToStreamsAhead streams;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("intake-reader-", 0).factory());
    private final Queue<Future<Optional<Prepared>>> ahead = new ArrayDeque<>();

    /** A batch whose turn comes. */
    record Prepared(Batch batch, StreamsAhead streams) {}

    /** Reads the streams a batch is about. */
    interface ToStreamsAhead {
        StreamsAhead of(Batch batch);
    }

    ReadAhead(BatchReader reader, ToStreamsAhead streams) {
        this.reader = reader;
        this.streams = streams;
        for (int i = 0; i < BATCHES; i++) {
            readOneMore();
        }
    }

    /** The next stretch; empty at the end of the file. */
    Optional<Prepared> next() throws IOException {
        try {
            Optional<Prepared> next = ahead.remove().get();
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
        ahead.add(thread.submit(
                () -> Optional.ofNullable(reader.next()).map(batch -> new Prepared(batch, streams.of(batch)))));
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
