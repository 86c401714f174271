package kz.legality.command.store.rocksdb;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import kz.legality.command.store.CorruptEventException;
import kz.legality.command.store.EventEnvelope;
import kz.legality.command.store.StoredDomainEvent;
import kz.legality.command.store.StoredEvent;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;

/** Reads one stream in its order: positions from the index, then the events in one go. */
final class StreamIndex {
    private final EventDatabase database;
    private final LateBeginnings beginnings;

    StreamIndex(EventDatabase database, LateBeginnings beginnings) {
        this.database = database;
        this.beginnings = beginnings;
    }

    /**
     * @return events of the stream from the sequence on, without gaps, at most countMax; empty where there are none
     * @throws CorruptEventException when one is missing, damaged, or belongs to another stream
     */
    List<StoredDomainEvent> read(String streamId, long firstSequence, int countMax) {
        byte[] id = Keys.streamId(streamId);
        return database.read("stream " + streamId, () -> {
            long first = Math.max(firstSequence, beginnings.of(id).orElse(0));
            if (!begins(id, first)) {
                return List.of();
            }
            List<byte[]> positions = positions(id, first, countMax, streamId);
            return positions.isEmpty() ? List.of() : events(streamId, first, positions);
        });
    }

    /** Most streams a file names are new: the filter says so at a tenth of what a cursor costs. */
    private boolean begins(byte[] id, long first) throws RocksDBException {
        return first > 0 || database.rocks.get(database.streams, Keys.stream(id, 0)) != null;
    }

    Optional<Long> lastSequence(String streamId) {
        byte[] id = Keys.streamId(streamId);
        return database.read("the end of stream " + streamId, () -> {
            try (RocksIterator cursor = database.rocks.newIterator(database.streams)) {
                cursor.seekForPrev(Keys.stream(id, Long.MAX_VALUE));
                cursor.status();
                return cursor.isValid() && Keys.isOfStream(cursor.key(), id)
                        ? Optional.of(Keys.sequenceOf(cursor.key()))
                        : Optional.empty();
            }
        });
    }

    /** Where the index says that the event stands, -1 where it knows none. */
    long position(String streamId, long sequence) {
        byte[] key = Keys.stream(Keys.streamId(streamId), sequence);
        byte[] position = database.read("stream " + streamId, () -> database.rocks.get(database.streams, key));
        return position == null ? -1 : Keys.position(position);
    }

    private List<byte[]> positions(byte[] id, long first, int countMax, String streamId) throws RocksDBException {
        List<byte[]> positions = new ArrayList<>();
        try (RocksIterator cursor = database.rocks.newIterator(database.streams)) {
            cursor.seek(Keys.stream(id, first));
            while (positions.size() < countMax && cursor.isValid() && Keys.isOfStream(cursor.key(), id)) {
                long sequence = Keys.sequenceOf(cursor.key());
                byte[] position = cursor.value();
                if (sequence != first + positions.size()) {
                    throw new CorruptEventException(
                            database.directory,
                            Keys.position(position),
                            streamId,
                            "has sequence " + sequence + " where " + (first + positions.size()) + " was due");
                }
                positions.add(position);
                cursor.next();
            }
            cursor.status();
        }
        return positions;
    }

    private List<StoredDomainEvent> events(String streamId, long first, List<byte[]> positions)
            throws RocksDBException {
        List<byte[]> envelopes =
                database.rocks.multiGetAsList(Collections.nCopies(positions.size(), database.events), positions);
        List<StoredDomainEvent> events = new ArrayList<>(positions.size());
        for (int i = 0; i < positions.size(); i++) {
            long position = Keys.position(positions.get(i));
            byte[] envelope = envelopes.get(i);
            if (envelope == null) {
                throw new CorruptEventException(database.directory, position, streamId, "is missing");
            }
            StoredEvent event = EventEnvelope.read(envelope, position, streamId, database.directory);
            if (!(event instanceof StoredDomainEvent domain)
                    || !domain.getAggregateIdentifier().equals(streamId)
                    || domain.getSequenceNumber() != first + i) {
                throw new CorruptEventException(
                        database.directory, position, streamId, "is not the one the stream's index means");
            }
            events.add(domain);
        }
        return events;
    }
}
