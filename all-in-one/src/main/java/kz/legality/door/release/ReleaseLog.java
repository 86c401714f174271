package kz.legality.door.release;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.legality.release.ListName;
import kz.legality.release.ReleaseEvent;
import kz.legality.release.ReleaseEvent.ListReleased;
import kz.legality.release.ReleaseEvent.ReleaseAcknowledged;
import kz.legality.release.ReleaseEvent.ReleaseHeld;
import kz.legality.release.ReleaseEvent.ReleaseSigned;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** What was recorded of each list's releases, in the order it happened. Its owner lets one thread in at a time. */
final class ReleaseLog {
    private static final String TYPE = "ListRelease";

    private final EventStore events;
    private final Map<ListName, List<ReleaseEvent>> told = new EnumMap<>(ListName.class);

    ReleaseLog(EventStore events) {
        this.events = events;
        for (ListName list : ListName.values()) {
            told.put(list, read(list));
        }
    }

    private List<ReleaseEvent> read(ListName list) {
        List<ReleaseEvent> recorded = new ArrayList<>();
        DomainEventStream stream = events.readEvents(ReleaseEvent.streamOf(list));
        while (stream.hasNext()) {
            recorded.add((ReleaseEvent) stream.next().getPayload());
        }
        return recorded;
    }

    /** All of them or none, of one list. */
    void append(ListName list, ReleaseEvent... news) {
        List<ReleaseEvent> all = new ArrayList<>(of(list));
        List<DomainEventMessage<?>> messages = new ArrayList<>();
        for (ReleaseEvent event : news) {
            messages.add(new GenericDomainEventMessage<>(TYPE, event.stream(), all.size(), event));
            all.add(event);
        }
        events.publish(messages);
        told.put(list, all);
    }

    private List<ReleaseEvent> of(ListName list) {
        return told.getOrDefault(list, List.of());
    }

    /** The first one first. */
    List<ListReleased> releases(ListName list) {
        return of(list).stream()
                .filter(ListReleased.class::isInstance)
                .map(ListReleased.class::cast)
                .toList();
    }

    Optional<ListReleased> last(ListName list) {
        return releases(list).stream().reduce((earlier, later) -> later);
    }

    List<ReleaseAcknowledged> acknowledgements(ListName list) {
        return of(list).stream()
                .filter(ReleaseAcknowledged.class::isInstance)
                .map(ReleaseAcknowledged.class::cast)
                .toList();
    }

    /** The release that waits to be signed, if one was held after the last that went out. */
    Optional<ReleaseHeld> held(ListName list) {
        long number = last(list).map(ListReleased::number).orElse(0L) + 1;
        return of(list).stream()
                .filter(ReleaseHeld.class::isInstance)
                .map(ReleaseHeld.class::cast)
                .filter(it -> it.number() == number)
                .reduce((earlier, later) -> later);
    }

    /** Of that very list, looked at as it was held. */
    List<ReleaseSigned> signatures(ReleaseHeld held) {
        return of(held.list()).stream()
                .filter(ReleaseSigned.class::isInstance)
                .map(ReleaseSigned.class::cast)
                .filter(it -> it.number() == held.number() && it.lines().equals(held.lines()))
                .filter(it -> !it.occurredAt().isBefore(held.occurredAt()))
                .toList();
    }
}
