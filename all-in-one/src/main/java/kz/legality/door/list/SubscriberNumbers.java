package kz.legality.door.list;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import kz.legality.device.DeviceEvent.DeviceRegistered;
import kz.legality.device.ReviewFact.CloneResolved;
import kz.legality.identifier.Imei;
import kz.legality.secrecy.FieldSeal;
import kz.legality.secrecy.FieldSeal.Place;
import kz.legality.secrecy.Personal;
import kz.legality.secrecy.SubjectKeys;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * The numbers of subscribers on a list, opened from the events that name them. A release holds pseudonyms only: who is
 * forgotten is forgotten in every release there ever was.
 */
final class SubscriberNumbers {
    private final EventStore events;
    private final SubjectKeys keys;

    SubscriberNumbers(EventStore events, SubjectKeys keys) {
        this.events = events;
        this.keys = keys;
    }

    private record Sealed(String eventId, Personal<?> imsi, Personal<?> msisdn) {}

    /** The row with {@code imsi} and {@code msisdn} in the place of the pseudonym; {@code erased} where he was forgotten. */
    ObjectNode opened(JsonNode row) {
        ObjectNode shown = JsonNodeFactory.instance
                .objectNode()
                .put("imei", row.path("imei").asText());
        Optional<Sealed> sealed =
                sealed(new Imei(row.path("imei").asText()), row.path("event").asLong());
        Optional<String> imsi = sealed.flatMap(it -> open(it.imsi(), new Place(it.eventId(), "imsi")));
        Optional<String> msisdn = sealed.flatMap(it -> open(it.msisdn(), new Place(it.eventId(), "msisdn")));
        imsi.ifPresentOrElse(it -> shown.put("imsi", it), () -> shown.put("erased", true));
        msisdn.ifPresent(it -> shown.put("msisdn", it));
        for (String field : new String[] {"operator", "blockDate", "reasons"}) {
            if (row.has(field)) {
                shown.set(field, row.get(field));
            }
        }
        return shown;
    }

    private Optional<Sealed> sealed(Imei imei, long sequence) {
        DomainEventStream stream = events.readEvents(imei.key(), sequence);
        if (!stream.hasNext()) {
            return Optional.empty();
        }
        DomainEventMessage<?> message = stream.next();
        return switch (message.getPayload()) {
            case CloneResolved it -> Optional.of(new Sealed(message.getIdentifier(), it.imsi(), it.msisdn()));
            case DeviceRegistered it -> Optional.of(new Sealed(message.getIdentifier(), it.imsi(), it.msisdn()));
            default -> Optional.empty();
        };
    }

    private Optional<String> open(Personal<?> field, Place place) {
        return field instanceof Personal.Sealed<?> sealed
                ? keys.find(sealed.subject())
                        .map(key -> FieldSeal.open(sealed, place, key).value())
                : Optional.empty();
    }
}
