package kz.legality.door.device;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kz.legality.device.DeviceEvent;
import kz.legality.door.problem.RequestProblem;
import kz.legality.event.Source;
import kz.legality.identifier.Imei;
import kz.legality.launch.OpenLedger;
import kz.legality.query.device.HistoryEvent;
import kz.legality.query.device.Moment;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;

/** What an order led to: asked of the event store, so that it is known even when the views are behind. */
final class OrderReceipts {
    private static final Duration VIEWS_WAIT_MAX = Duration.ofSeconds(10);

    /** @param positions of the events the order led to, and of those that followed from them */
    record Receipt(String imei, List<Long> positions) {}

    private final OpenLedger ledger;

    OrderReceipts(OpenLedger ledger) {
        this.ledger = ledger;
    }

    /** Waits until the views show the events, so that whoever has the answer reads his own order back. */
    Receipt of(Imei imei, Source.Actor actor) {
        Set<Long> sequences = sequences(imei, actor);
        if (sequences.isEmpty()) {
            return new Receipt(imei.printed(), List.of());
        }
        if (!ledger.queries().projections().caughtUp(VIEWS_WAIT_MAX)) {
            throw RequestProblem.unavailable(
                    "the order is recorded, but the views are behind; ask for the device's history, or repeat the order"
                            + " under the same Idempotency-Key");
        }
        List<Long> positions = ledger.queries().devices().history(imei, Moment.NOW).events().stream()
                .filter(event -> sequences.contains(event.sequence()))
                .map(HistoryEvent::position)
                .toList();
        return new Receipt(imei.printed(), positions);
    }

    /** What was ordered under this actor's key before, as {@link OrderDesk} signs it; empty where nothing was. */
    Optional<String> ordered(Imei imei, Source.Actor actor) {
        DomainEventStream stream = ledger.events().readEvents(imei.key());
        while (stream.hasNext()) {
            DomainEventMessage<?> event = stream.next();
            if (((DeviceEvent) event.getPayload()).source().equals(actor)) {
                return Optional.of(String.valueOf(event.getMetaData().getOrDefault(OrderDesk.ORDER, "")));
            }
        }
        return Optional.empty();
    }

    /** The order's own event and the consequences right behind it. */
    private Set<Long> sequences(Imei imei, Source.Actor actor) {
        TreeSet<Long> found = new TreeSet<>();
        DomainEventStream stream = ledger.events().readEvents(imei.key());
        boolean following = false;
        for (long sequence = 0; stream.hasNext(); sequence++) {
            DeviceEvent event = (DeviceEvent) stream.next().getPayload();
            boolean own = event.source().equals(actor);
            following = own || (following && event.source() instanceof Source.Rule);
            if (following) {
                found.add(sequence);
            }
        }
        return found;
    }
}
