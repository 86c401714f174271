package kz.legality.command.store.rocksdb;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import kz.legality.command.store.AcknowledgedMark;
import kz.legality.command.store.EventEnvelope;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * The one thread that writes. It takes whatever waits, refuses what conflicts, numbers the rest, makes all of it durable with one
 * forced write, and then tells the callers.
 *
 * <p>What a crash leaves: before the write, nothing. During it, a log whose last record is cut short; nobody was told, and opening
 * forgets it. After the write and before the mark, events that are durable and that nobody was told of; opening keeps them, as it
 * may, since each append is whole. After the mark, everything the callers can have heard of.
 */
final class GroupCommit implements AutoCloseable {
    private static final int GROUP_WORKS_MAX = 4_096;
    private static final long GROUP_BYTES_MAX = 16L * 1024 * 1024;
    private static final long MARK_IDLE_MILLIS = 100;
    private static final long MARK_FORCED_EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final EventDatabase database;
    private final AcknowledgedMark mark;
    private final StreamHeads heads;
    private final LateBeginnings beginnings;
    private final TimeBlocks times;
    private final Snapshots snapshots;
    private final BlockingQueue<Work> waiting = new LinkedBlockingQueue<>();
    private final Thread writer;

    private volatile long count;
    private volatile boolean closing;
    private volatile boolean stopped;
    private volatile @Nullable EventStoreException broken;
    private long markForcedNanos = System.nanoTime();

    GroupCommit(
            EventDatabase database,
            AcknowledgedMark mark,
            long count,
            TimeBlocks times,
            Snapshots snapshots,
            LateBeginnings beginnings) {
        this.database = database;
        this.beginnings = beginnings;
        this.mark = mark;
        this.count = count;
        this.times = times;
        this.snapshots = snapshots;
        this.heads = new StreamHeads(database, beginnings, count);
        // What recovery found is readable from now on, so it counts as told.
        mark.write(count);
        mark.force();
        this.writer = Thread.ofPlatform().name("event-writer").daemon().start(this::run);
    }

    /** How many events are durable; readers never look beyond. */
    long count() {
        return count;
    }

    /**
     * Hands the work to the writer and waits.
     *
     * @throws StreamConflict when an append does not continue a stream where it ends
     * @throws EventStoreException when the disk failed; whether the work is stored is then unknown until the store is reopened
     */
    void perform(Work work) {
        if (closing) {
            throw closed();
        }
        if (work instanceof Append append) {
            heads.ask(append, count);
        }
        waiting.add(work);
        if (stopped && waiting.remove(work)) {
            throw closed();
        }
        work.await();
    }

    private void run() {
        List<Work> group = new ArrayList<>();
        Puts puts = new Puts();
        try (WriteOptions forced = new WriteOptions().setSync(true)) {
            while (gather(group)) {
                commit(group, puts, forced);
                group.clear();
                puts.clear();
            }
        } finally {
            stopped = true;
            mark.force();
            for (Work late = waiting.poll(); late != null; late = waiting.poll()) {
                late.fail(closed());
            }
        }
    }

    /** False when closing and nothing waits any more. */
    private boolean gather(List<Work> group) {
        try {
            Work next = waiting.poll();
            while (next == null) {
                if (closing) {
                    return false;
                }
                next = waiting.poll(MARK_IDLE_MILLIS, TimeUnit.MILLISECONDS);
                if (next == null) {
                    mark.force();
                }
            }
            long bytes = 0;
            while (next != null) {
                group.add(next);
                bytes += next.bytes();
                next = group.size() < GROUP_WORKS_MAX && bytes < GROUP_BYTES_MAX ? waiting.poll() : null;
            }
            return true;
        } catch (InterruptedException nobodyDoes) {
            throw new IllegalStateException("The event writer was interrupted", nobodyDoes);
        }
    }

    private void commit(List<Work> group, Puts puts, WriteOptions forced) {
        EventStoreException since = broken;
        if (since != null) {
            group.forEach(work -> work.fail(since));
            return;
        }
        try {
            long next = count;
            heads.forget(next);
            for (Work work : group) {
                switch (work) {
                    case Append append -> next = number(append, next, puts);
                    case SnapshotPut put -> snapshots.put(put, puts);
                    case Farewell farewell -> {}
                }
            }
            if (!puts.isEmpty()) {
                try (WriteBatch batch = puts.batch()) {
                    database.rocks.write(forced, batch);
                }
                mark.write(next);
                forceMarkNowAndThen();
                count = next;
            }
            // Nobody waits for a farewell, so that nobody would wake others behind it.
            Work.succeed(group.stream()
                    .filter(work -> !work.failed() && !(work instanceof Farewell))
                    .toList());
        } catch (RocksDBException e) {
            // After a failed write nobody knows what the disk holds. Only a recovery can tell, so nothing more is
            // accepted.
            breakOff(group, database.named("a write", e));
        } catch (RuntimeException | Error e) {
            breakOff(
                    group, new EventStoreException("The event store in " + database.directory + " failed to write", e));
        }
    }

    /** Puts a whole append among the puts, or refuses it alone and leaves them as they were. */
    private long number(Append append, long next, Puts puts) {
        try {
            heads.demandContinued(append);
        } catch (StreamConflict conflict) {
            append.fail(conflict);
            return next;
        } catch (RocksDBException unreadable) {
            append.fail(database.named("the stream index", unreadable));
            return next;
        }
        for (Append.Span span : append.spans) {
            heads.moved(span);
            if (span.beginsLate) {
                beginnings.note(span.id, span.first.getSequenceNumber(), puts);
            }
        }
        append.startsAt(next);
        for (Append.Line line : append.lines) {
            byte[] position = Keys.position(next);
            EventEnvelope.seal(line.envelope(), next);
            puts.put(database.events, position, line.envelope());
            if (line.streamKey() != null) {
                puts.put(database.streams, line.streamKey(), position);
            }
            byte[] blockKey = times.note(next, line.timestamp());
            if (blockKey != null) {
                puts.put(database.times, blockKey, TimeBlocks.NOTHING);
            }
            next++;
        }
        return next;
    }

    private void forceMarkNowAndThen() {
        long now = System.nanoTime();
        if (now - markForcedNanos > MARK_FORCED_EVERY_NANOS) {
            mark.force();
            markForcedNanos = now;
        }
    }

    private void breakOff(List<Work> group, EventStoreException why) {
        broken = why;
        group.stream().filter(work -> !work.failed()).forEach(work -> work.fail(why));
    }

    private EventStoreException closed() {
        return new EventStoreException("The event store in " + database.directory + " has been closed");
    }

    /** Finishes what waits, then ends. */
    @Override
    public void close() {
        closing = true;
        waiting.add(new Farewell());
        boolean interrupted = false;
        while (writer.isAlive()) {
            try {
                writer.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
