package kz.legality.command.store.rocksdb;

import java.util.LinkedHashMap;
import java.util.Map;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

/**
 * Where each stream ends, as the writer knows it: the streams last written to in memory, the others from the index. Only the writer
 * uses it, and only for what is stored or about to be stored in the same batch.
 */
final class StreamHeads {
    private static final int STREAMS_REMEMBERED_MAX = 65_536;

    private final EventDatabase database;
    private final LateBeginnings beginnings;
    private final byte[] noValue = new byte[0];
    private final Map<String, Long> remembered = new LinkedHashMap<>(STREAMS_REMEMBERED_MAX, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > STREAMS_REMEMBERED_MAX;
        }
    };

    StreamHeads(EventDatabase database, LateBeginnings beginnings) {
        this.database = database;
        this.beginnings = beginnings;
    }

    /**
     * Sequences have no gaps, so point look-ups that the filters mostly answer tell whether a stream ends just before the span: the
     * first of the span must not be there, and the event before must, unless the stream is new.
     *
     * @throws StreamConflict when the stream ends elsewhere
     */
    void demandContinues(Append.Span span) throws RocksDBException {
        long first = span.first.getSequenceNumber();
        Long last = remembered.get(span.streamId);
        if (last != null) {
            if (last != first - 1) {
                throw new StreamConflict(span.first, "ends at sequence " + last);
            }
        } else if (exists(span.id, first)) {
            throw new StreamConflict(span.first, "has sequence " + first + " already");
        } else if (first == 0 || !exists(span.id, first - 1)) {
            if ((first != 0 && exists(span.id, 0)) || beginnings.of(span.id).isPresent()) {
                throw new StreamConflict(span.first, "has no sequence " + (first - 1) + " to continue from");
            }
            span.beginsLate = first != 0;
        }
    }

    void moved(Append.Span span) {
        remembered.put(span.streamId, span.last);
    }

    private boolean exists(byte[] id, long sequence) throws RocksDBException {
        return database.rocks.get(database.streams, Keys.stream(id, sequence), noValue) != RocksDB.NOT_FOUND;
    }
}
