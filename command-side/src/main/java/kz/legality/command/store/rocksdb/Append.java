package kz.legality.command.store.rocksdb;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.legality.command.store.EventEnvelope;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Events to be stored all or not at all, already written down in the caller's thread; the writer only decides whether and where.
 */
final class Append extends Work {

    /** One event: its envelope, its timestamp, and its key in the stream index where it belongs to a stream. */
    record Line(byte[] envelope, Instant timestamp, byte @Nullable [] streamKey) {}

    /** The run of sequences that this append adds to one stream. */
    static final class Span {
        final String streamId;
        final byte[] id;
        final DomainEventMessage<?> first;
        long last;
        boolean beginsLate;

        Span(DomainEventMessage<?> first) {
            this.streamId = first.getAggregateIdentifier();
            this.id = Keys.streamId(streamId);
            this.first = first;
            this.last = first.getSequenceNumber();
        }
    }

    final List<Line> lines;
    final Collection<Span> spans;
    private final long bytes;
    /** How many events were durable when the index was asked about the spans. */
    long askedAt;

    private long firstPosition = -1;

    private Append(List<Line> lines, Collection<Span> spans, long bytes) {
        this.lines = lines;
        this.spans = spans;
        this.bytes = bytes;
    }

    /**
     * @throws StreamConflict when the events do not even continue each other
     */
    static Append of(List<? extends EventMessage<?>> events, Serializer serializer) {
        List<Line> lines = new ArrayList<>(events.size());
        Map<String, Span> spans = new HashMap<>();
        Set<String> ids = HashSet.newHashSet(events.size());
        long bytes = 0;
        for (EventMessage<?> event : events) {
            byte[] streamKey = null;
            if (event instanceof DomainEventMessage<?> domain) {
                Span span = continued(spans, domain);
                streamKey = Keys.stream(span.id, domain.getSequenceNumber());
            }
            if (!ids.add(event.getIdentifier())) {
                throw StreamConflict.ofId(event);
            }
            byte[] envelope = EventEnvelope.of(event, serializer);
            bytes += envelope.length;
            lines.add(new Line(envelope, event.getTimestamp(), streamKey));
        }
        return new Append(lines, spans.values(), bytes);
    }

    private static Span continued(Map<String, Span> spans, DomainEventMessage<?> event) {
        Span span = spans.get(event.getAggregateIdentifier());
        if (span == null) {
            span = new Span(event);
            spans.put(span.streamId, span);
        } else if (event.getSequenceNumber() == span.last + 1) {
            span.last++;
        } else {
            throw new StreamConflict(event, "is continued in one append after " + span.last);
        }
        return span;
    }

    @Override
    long bytes() {
        return bytes;
    }

    void startsAt(long position) {
        firstPosition = position;
    }

    /** Where the first event stands; the others follow without gaps. Known once {@link #await} has returned. */
    long firstPosition() {
        return firstPosition;
    }
}
