package kz.legality.command.store.rocksdb;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import kz.legality.command.store.CorruptEventException;
import kz.legality.command.store.CorruptStoreException;
import kz.legality.command.store.IntegrityReport;
import kz.legality.command.store.IntegrityReport.Flaw;
import kz.legality.command.store.StoreIntegrity.Progress;
import kz.legality.command.store.StoredDomainEvent;
import kz.legality.command.store.StoredEvent;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;

/**
 * Compares everything with everything: each event with its checksum and its place, each event with its entry in the stream index,
 * each stream with the rule that sequences have no gaps and positions rise, both counts with each other, the index by time with the
 * timestamps, and at last every block of every file, snapshots too, with RocksDB's own checksums.
 *
 * <p>If each event has its entry and there are as many entries as such events, then no entry is without its event.
 */
final class IntegrityWalk {
    private static final int PAGE_EVENTS = 1_000;

    private final EventDatabase database;
    private final EventPages pages;
    private final LateBeginnings beginnings;
    private final long count;
    private final Progress progress;
    private final TimeBlocks expectedTimes;

    private long checked;
    private long inStreams;
    private long streams;

    IntegrityWalk(EventDatabase database, EventPages pages, LateBeginnings beginnings, long count, Progress progress) {
        this.beginnings = beginnings;
        this.database = database;
        this.pages = pages;
        this.count = count;
        this.progress = progress;
        this.expectedTimes = new TimeBlocks(database, pages);
    }

    IntegrityReport walk() {
        Optional<Flaw> flaw = found(this::walkEvents);
        if (flaw.isEmpty()) {
            flaw = found(this::walkStreams);
        }
        if (flaw.isEmpty()) {
            flaw = found(this::walkFiles);
        }
        return new IntegrityReport(checked, streams, flaw);
    }

    private interface Walk {
        @Nullable
        Flaw walk();
    }

    private static Optional<Flaw> found(Walk walk) {
        try {
            return Optional.ofNullable(walk.walk());
        } catch (CorruptEventException e) {
            return Optional.of(new Flaw(e.position(), String.valueOf(e.getMessage())));
        } catch (CorruptStoreException e) {
            return Optional.of(new Flaw(-1, String.valueOf(e.getMessage())));
        }
    }

    private @Nullable Flaw walkEvents() {
        while (checked < count) {
            List<StoredEvent> page = pages.read(checked, count, PAGE_EVENTS);
            Flaw flaw = compareWithIndexes(page);
            if (flaw != null) {
                return flaw;
            }
            checked += page.size();
            progress.checked(checked, count);
        }
        return null;
    }

    private @Nullable Flaw compareWithIndexes(List<StoredEvent> page) {
        List<StoredDomainEvent> events = new ArrayList<>(page.size());
        List<byte[]> keys = new ArrayList<>(page.size());
        for (StoredEvent event : page) {
            if (event instanceof StoredDomainEvent domain) {
                events.add(domain);
                keys.add(Keys.stream(Keys.streamId(domain.getAggregateIdentifier()), domain.getSequenceNumber()));
            }
        }
        inStreams += events.size();
        Flaw flaw = compareWithStreams(events, keys);
        return flaw == null ? compareWithTimes(page) : flaw;
    }

    private @Nullable Flaw compareWithStreams(List<StoredDomainEvent> events, List<byte[]> keys) {
        if (keys.isEmpty()) {
            return null; // RocksDB is not to be asked for nothing.
        }
        List<byte[]> positions = database.read(
                "the stream index",
                () -> database.rocks.multiGetAsList(Collections.nCopies(keys.size(), database.streams), keys));
        for (int i = 0; i < events.size(); i++) {
            StoredDomainEvent event = events.get(i);
            byte[] indexed = positions.get(i);
            if (indexed == null || Keys.position(indexed) != event.position()) {
                return new Flaw(
                        event.position(),
                        "The index of stream " + event.getAggregateIdentifier() + " leads sequence "
                                + event.getSequenceNumber() + " to "
                                + (indexed == null ? "nothing" : "position " + Keys.position(indexed))
                                + ", but the event stands at position " + event.position());
            }
        }
        return null;
    }

    private @Nullable Flaw compareWithTimes(List<StoredEvent> page) {
        for (StoredEvent event : page) {
            byte[] key = expectedTimes.note(event.position(), event.getTimestamp());
            if (key != null
                    && database.read("the index by time", () -> database.rocks.get(database.times, key)) == null) {
                return new Flaw(event.position(), "The index by time has no entry for the block that ends here");
            }
        }
        return null;
    }

    private @Nullable Flaw walkStreams() {
        return database.<@Nullable Flaw>read("the stream index", () -> {
            byte[] id = {};
            long due = 0;
            long previousPosition = -1;
            long entries = 0;
            try (RocksIterator cursor = database.rocks.newIterator(database.streams)) {
                for (cursor.seekToFirst(); cursor.isValid(); cursor.next()) {
                    byte[] key = cursor.key();
                    long position = Keys.position(cursor.value());
                    if (position >= count) {
                        continue; // Appended since the walk began.
                    }
                    if (!Keys.isOfStream(key, id) || streams == 0) {
                        id = Keys.streamIdOf(key);
                        due = beginnings.of(id).orElse(0);
                        previousPosition = -1;
                        streams++;
                    }
                    if (Keys.sequenceOf(key) != due || position <= previousPosition) {
                        return new Flaw(
                                position,
                                "Stream " + new String(id, StandardCharsets.UTF_8) + " has sequence "
                                        + Keys.sequenceOf(key) + " at position " + position + " where sequence " + due
                                        + " after position " + previousPosition + " was due");
                    }
                    due++;
                    previousPosition = position;
                    entries++;
                }
                cursor.status();
            }
            return entries == inStreams
                    ? null
                    : new Flaw(-1, "The stream index has " + entries + " entries for " + inStreams + " events");
        });
    }

    private @Nullable Flaw walkFiles() {
        return database.<@Nullable Flaw>read("a file", () -> {
            try {
                database.rocks.verifyChecksum();
                return null;
            } catch (RocksDBException e) {
                return new Flaw(-1, "A file in " + database.directory + " is damaged: " + e.getMessage());
            }
        });
    }
}
