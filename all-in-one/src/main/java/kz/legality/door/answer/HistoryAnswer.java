package kz.legality.door.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import kz.legality.device.ListStatus;
import kz.legality.query.device.DeviceHistory;
import kz.legality.query.device.HistoryEvent;
import org.jspecify.annotations.Nullable;

/** Everything recorded of a device, oldest first. */
public record HistoryAnswer(String imei, ListStatus status, List<Event> events, boolean incomplete) {

    /**
     * @param position among all events of the ledger
     * @param sequence among the events of this device
     * @param data what the event says; personal fields opened or withheld
     * @param policyVersion where the ledger decided something
     * @param corrects sequence of the event it takes the place of, or takes back
     * @param correctedBy sequence of the event that did so to this one
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Event(
            long position,
            long sequence,
            String type,
            Instant occurredAt,
            Instant recordedAt,
            SourceAnswer source,
            JsonNode data,
            @Nullable String policyVersion,
            @Nullable Long corrects,
            @Nullable Long correctedBy) {
        static Event of(HistoryEvent event, JsonNode data) {
            return new Event(
                    event.position(),
                    event.sequence(),
                    event.type(),
                    event.occurredAt(),
                    event.recordedAt(),
                    SourceAnswer.of(event.source()),
                    data,
                    event.policyVersion(),
                    event.corrects(),
                    event.correctedBy());
        }
    }

    /** @param shown how an event's personal fields are shown to the one who asks */
    public static HistoryAnswer of(DeviceHistory history, Function<HistoryEvent, JsonNode> shown) {
        return new HistoryAnswer(
                history.imei(),
                history.status(),
                history.events().stream()
                        .map(event -> Event.of(event, shown.apply(event)))
                        .toList(),
                history.incomplete());
    }
}
