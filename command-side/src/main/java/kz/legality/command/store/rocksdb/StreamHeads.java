package kz.legality.command.store.rocksdb;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

/**
 * Where each stream ends: the streams last written to from memory, the others from the index. The callers ask, each for itself and
 * before it queues, because the index takes longer to answer than the writer to write; the writer asks again only for what may have
 * been written since.
 */
final class StreamHeads {
    /** In the younger of two generations, before it becomes the older one. */
    static final int STREAMS_REMEMBERED_MAX = 32_768;

    private final EventDatabase database;
    private final LateBeginnings beginnings;
    private final byte[] noValue = new byte[0];

    /** Streams to the last sequence numbered for them, durable or about to be. */
    private volatile Map<String, Long> younger = new ConcurrentHashMap<>();

    private volatile Map<String, Long> older = new ConcurrentHashMap<>();
    /** Streams of events from this position on are remembered. */
    private long forgottenBefore;

    private long olderBefore;

    StreamHeads(EventDatabase database, LateBeginnings beginnings, long count) {
        this.database = database;
        this.beginnings = beginnings;
        this.forgottenBefore = count;
        this.olderBefore = count;
    }

    /**
     * For the caller.
     *
     * @param count how many events are durable, read before this call: the answer holds for them
     * @throws StreamConflict when a stream ends elsewhere than just before its span
     */
    void ask(Append append, long count) {
        append.askedAt = count;
        database.read("the stream index", () -> {
            demandContinued(append, false);
            return null;
        });
    }

    /**
     * For the writer, which does not take another's word for a stream that may have grown since.
     *
     * @throws StreamConflict when a stream ends elsewhere than just before its span
     */
    void demandContinued(Append append) throws RocksDBException {
        demandContinued(append, append.askedAt >= forgottenBefore);
    }

    private void demandContinued(Append append, boolean indexAnswered) throws RocksDBException {
        List<Append.Span> unknown = new ArrayList<>();
        for (Append.Span span : append.spans) {
            Long last = remembered(span.streamId);
            if (last == null) {
                unknown.add(span);
            } else if (last == span.first.getSequenceNumber() - 1) {
                span.beginsLate = false;
            } else {
                throw new StreamConflict(span.first, "ends at sequence " + last);
            }
        }
        if (!indexAnswered && !unknown.isEmpty()) {
            demandIndexEndsBefore(unknown);
        }
    }

    private @Nullable Long remembered(String streamId) {
        // In this order: what moves from the younger to the older meanwhile is met twice, not missed.
        Long last = younger.get(streamId);
        return last != null ? last : older.get(streamId);
    }

    /**
     * Sequences have no gaps, so point look-ups that the filters mostly answer tell whether a stream ends just before its span: the
     * first of the span must not be there, and the event before must, unless the stream is new.
     */
    private void demandIndexEndsBefore(List<Append.Span> spans) throws RocksDBException {
        List<Boolean> taken = firstsTaken(spans);
        for (int i = 0; i < spans.size(); i++) {
            Append.Span span = spans.get(i);
            long first = span.first.getSequenceNumber();
            if (taken.get(i)) {
                throw new StreamConflict(span.first, "has sequence " + first + " already");
            }
            boolean begins = first == 0 || !exists(span.id, first - 1);
            if (begins
                    && ((first != 0 && exists(span.id, 0))
                            || beginnings.of(span.id).isPresent())) {
                throw new StreamConflict(span.first, "has no sequence " + (first - 1) + " to continue from");
            }
            span.beginsLate = begins && first != 0;
        }
    }

    /** Many are asked at once and in the order of the keys, since neighbours share filter and index blocks. */
    private List<Boolean> firstsTaken(List<Append.Span> spans) throws RocksDBException {
        if (spans.size() == 1) {
            Append.Span only = spans.getFirst();
            return List.of(exists(only.id, only.first.getSequenceNumber()));
        }
        spans.sort((one, other) -> Arrays.compareUnsigned(one.id, other.id));
        List<byte[]> firsts = spans.stream()
                .map(span -> Keys.stream(span.id, span.first.getSequenceNumber()))
                .toList();
        return database.rocks.multiGetAsList(Collections.nCopies(spans.size(), database.streams), firsts).stream()
                .map(found -> found != null)
                .toList();
    }

    private boolean exists(byte[] id, long sequence) throws RocksDBException {
        return database.rocks.get(database.streams, Keys.stream(id, sequence), noValue) != RocksDB.NOT_FOUND;
    }

    /** For the writer: the span is numbered. */
    void moved(Append.Span span) {
        younger.put(span.streamId, span.last);
    }

    /**
     * For the writer between two groups, so that what is numbered and not yet durable is remembered however much it is.
     *
     * @param count how many events are durable, which are all that are numbered
     */
    void forget(long count) {
        if (younger.size() >= STREAMS_REMEMBERED_MAX) {
            older = younger;
            younger = new ConcurrentHashMap<>();
            forgottenBefore = olderBefore;
            olderBefore = count;
        }
    }
}
