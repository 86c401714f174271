package kz.legality.command.store.rocksdb;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
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
     * Sequences have no gaps, so point look-ups that the filters mostly answer tell whether a stream ends just before its span: the
     * first of the span must not be there, and the event before must, unless the stream is new.
     *
     * @throws StreamConflict when a stream ends elsewhere
     */
    void demandContinued(Collection<Append.Span> spans) throws RocksDBException {
        List<Append.Span> forgotten = new ArrayList<>();
        for (Append.Span span : spans) {
            Long last = remembered.get(span.streamId);
            if (last == null) {
                forgotten.add(span);
            } else if (last != span.first.getSequenceNumber() - 1) {
                throw new StreamConflict(span.first, "ends at sequence " + last);
            }
        }
        if (!forgotten.isEmpty()) {
            demandIndexEndsBefore(forgotten);
        }
    }

    /** In the order of the keys and asked all at once, since neighbours share filter and index blocks. */
    private void demandIndexEndsBefore(List<Append.Span> spans) throws RocksDBException {
        spans.sort((one, other) -> Arrays.compareUnsigned(one.id, other.id));
        List<byte[]> firsts = spans.stream()
                .map(span -> Keys.stream(span.id, span.first.getSequenceNumber()))
                .toList();
        List<byte[]> found = database.rocks.multiGetAsList(Collections.nCopies(spans.size(), database.streams), firsts);
        for (int i = 0; i < spans.size(); i++) {
            Append.Span span = spans.get(i);
            long first = span.first.getSequenceNumber();
            if (found.get(i) != null) {
                throw new StreamConflict(span.first, "has sequence " + first + " already");
            }
            if (first == 0 || !exists(span.id, first - 1)) {
                if ((first != 0 && exists(span.id, 0)) || beginnings.of(span.id).isPresent()) {
                    throw new StreamConflict(span.first, "has no sequence " + (first - 1) + " to continue from");
                }
                span.beginsLate = first != 0;
            }
        }
    }

    void moved(Append.Span span) {
        remembered.put(span.streamId, span.last);
    }

    private boolean exists(byte[] id, long sequence) throws RocksDBException {
        return database.rocks.get(database.streams, Keys.stream(id, sequence), noValue) != RocksDB.NOT_FOUND;
    }
}
