package kz.legality.command.store.rocksdb;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import kz.legality.command.store.CorruptStoreException;
import kz.legality.command.store.StoredEvent;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksIterator;

/**
 * Finds the first event that happened at or after an instant. Timestamps nearly rise with position, but not quite, so they cannot
 * be searched by halves; the maximum so far can. It is kept once for every block of positions, in the batch that completes the
 * block, and only the block that reaches the instant is read through.
 */
final class TimeBlocks {
    static final int BLOCK_EVENTS = 1_024;
    static final byte[] NOTHING = new byte[0];

    private final EventDatabase database;
    private final EventPages pages;
    private Instant maximum = Instant.MIN;

    TimeBlocks(EventDatabase database, EventPages pages) {
        this.database = database;
        this.pages = pages;
    }

    /**
     * Called by the writer for each position in order.
     *
     * @return the index entry to store with this event, null within a block
     */
    byte @Nullable [] note(long position, Instant timestamp) {
        if (timestamp.isAfter(maximum)) {
            maximum = timestamp;
        }
        return isLastOfBlock(position) ? Keys.time(maximum, position + 1 - BLOCK_EVENTS) : null;
    }

    static boolean isLastOfBlock(long position) {
        return (position + 1) % BLOCK_EVENTS == 0;
    }

    /**
     * Picks up the maximum where the last block left it, and reads the events of the unfinished block.
     *
     * @return those events, so that opening can check them further
     */
    List<StoredEvent> resume(long count) {
        long tail = tailStart(count);
        database.read("the index by time", () -> {
            try (RocksIterator last = database.rocks.newIterator(database.times)) {
                last.seekToLast();
                last.status();
                long indexed = last.isValid() ? Keys.blockStartOf(last.key()) + BLOCK_EVENTS : 0;
                if (indexed != tail) {
                    throw new CorruptStoreException(
                            database.directory,
                            "its index by time ends at position " + indexed + " where " + tail + " was due");
                }
                if (last.isValid()) {
                    maximum = Keys.timeOf(last.key());
                }
                return tail;
            }
        });
        List<StoredEvent> events = new ArrayList<>();
        while (tail + events.size() < count) {
            events.addAll(pages.read(tail + events.size(), count, BLOCK_EVENTS));
        }
        events.forEach(event -> note(event.position(), event.getTimestamp()));
        return events;
    }

    /** The position of the first event at or after the instant, among the events before count. */
    OptionalLong firstAtOrAfter(Instant instant, long count) {
        long from = database.read("the index by time", () -> {
            try (RocksIterator cursor = database.rocks.newIterator(database.times)) {
                cursor.seek(Keys.time(instant, 0));
                cursor.status();
                return cursor.isValid() ? Keys.blockStartOf(cursor.key()) : tailStart(count);
            }
        });
        for (List<StoredEvent> page = pages.read(from, count, BLOCK_EVENTS);
                !page.isEmpty();
                page = pages.read(page.getLast().position() + 1, count, BLOCK_EVENTS)) {
            for (StoredEvent event : page) {
                if (!event.getTimestamp().isBefore(instant)) {
                    return OptionalLong.of(event.position());
                }
            }
        }
        return OptionalLong.empty();
    }

    private static long tailStart(long count) {
        return count - count % BLOCK_EVENTS;
    }
}
