package kz.legality.command.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kz.legality.command.storedform.StoredForm;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * Keeps streams as the engine of record does: an append is stored whole or not at all, and refused where a stream is not
 * as long as it was thought to be. Axon's own engine in memory refuses nothing.
 */
final class StreamsInMemory extends StreamsAlone {
    final List<DomainEventMessage<?>> all = new ArrayList<>();
    private final Map<String, List<DomainEventMessage<?>>> streams = new ConcurrentHashMap<>();
    private final StoredForm form = new StoredForm();
    int appends;
    int conflicts;

    @Override
    public synchronized void appendEvents(List<? extends EventMessage<?>> events) {
        Map<String, Long> lengths = new HashMap<>();
        for (EventMessage<?> event : events) {
            DomainEventMessage<?> message = (DomainEventMessage<?>) event;
            String stream = message.getAggregateIdentifier();
            long next = lengths.computeIfAbsent(
                    stream, it -> (long) streams.getOrDefault(it, List.of()).size());
            if (message.getSequenceNumber() != next) {
                conflicts++;
                throw message.getSequenceNumber() == 0
                        ? new AggregateStreamCreationException(stream + " exists")
                        : new ConcurrencyException(stream + " is " + next + " long");
            }
            lengths.put(stream, next + 1);
        }
        appends++;
        for (EventMessage<?> event : events) {
            DomainEventMessage<?> message = stored((DomainEventMessage<?>) event);
            streams.computeIfAbsent(message.getAggregateIdentifier(), it -> new ArrayList<>(2))
                    .add(message);
            all.add(message);
        }
    }

    /** As it is read back: what the stored form cannot keep is not there. */
    private DomainEventMessage<?> stored(DomainEventMessage<?> message) {
        Object payload = form.deserialize(form.serialize(message.getPayload(), byte[].class));
        return new GenericDomainEventMessage<>(
                message.getType(),
                message.getAggregateIdentifier(),
                message.getSequenceNumber(),
                payload,
                message.getMetaData(),
                message.getIdentifier(),
                message.getTimestamp());
    }

    @Override
    public synchronized DomainEventStream readEvents(String stream, long first) {
        List<DomainEventMessage<?>> events = streams.get(stream);
        return events == null
                ? DomainEventStream.empty()
                : DomainEventStream.of(List.copyOf(events.subList((int) first, events.size())));
    }
}
