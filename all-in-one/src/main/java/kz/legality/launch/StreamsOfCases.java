package kz.legality.launch;

import java.util.ArrayList;
import java.util.List;
import kz.legality.event.LedgerEvent;
import kz.legality.finding.ItemEvent;
import kz.legality.identifier.Imei;
import kz.legality.query.device.DeviceQueries;
import kz.legality.query.device.DeviceStreams;
import kz.legality.query.finding.CaseStreams;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/** The event store's streams, for tracing. Where the store does not say at which position an event stands, the views do. */
final class StreamsOfCases implements CaseStreams {
    private final EventStore store;
    private final DeviceQueries devices;

    StreamsOfCases(EventStore store, DeviceQueries devices) {
        this.store = store;
        this.devices = devices;
    }

    @Override
    public List<Placed> read(String stream) {
        List<Placed> events = new ArrayList<>();
        DomainEventStream stored = store.readEvents(stream, 0);
        List<Long> seen = null;
        while (stored.hasNext()) {
            DomainEventMessage<?> message = stored.next();
            long position = positionOf(message);
            if (position == UNKNOWN) {
                seen = seen == null ? seenOf(stream) : seen;
                position = events.size() < seen.size() ? seen.get(events.size()) : UNKNOWN;
            }
            events.add(new Placed(position, (LedgerEvent) message.getPayload()));
        }
        return events;
    }

    private List<Long> seenOf(String stream) {
        return DeviceStreams.isOne(stream) ? devices.positions(new Imei(stream)) : List.of();
    }

    private static long positionOf(DomainEventMessage<?> message) {
        return message instanceof TrackedEventMessage<?> tracked && tracked.trackingToken() != null
                ? tracked.trackingToken().position().orElse(UNKNOWN)
                : UNKNOWN;
    }

    @Override
    public boolean append(List<Continuation> events) {
        try {
            store.publish(events.stream()
                    .map(it -> new GenericDomainEventMessage<>(
                            it.event() instanceof ItemEvent ? "ExportItem" : "Device",
                            it.event().stream(),
                            it.sequence(),
                            it.event()))
                    .toList());
            return true;
        } catch (ConcurrencyException | AggregateStreamCreationException overtaken) {
            return false;
        }
    }
}
