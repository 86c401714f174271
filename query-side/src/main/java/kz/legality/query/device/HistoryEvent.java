package kz.legality.query.device;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event of a device's history.
 *
 * @param position its place among all events
 * @param sequence its place in the device's stream
 * @param eventId with a field's path opens a sealed field of {@code data}
 * @param data the payload as stored, personal fields sealed
 * @param policyVersion where something was decided
 * @param corrects sequence of the event it takes the place of, or takes back
 * @param correctedBy sequence of the event that took its place or took it back, as far as was known at the moment asked
 *     about
 */
public record HistoryEvent(
        long position,
        long sequence,
        String eventId,
        String type,
        Instant occurredAt,
        Instant recordedAt,
        EventSource source,
        JsonNode data,
        @Nullable String policyVersion,
        @Nullable Long corrects,
        @Nullable Long correctedBy) {
    static HistoryEvent of(HistoryRow row, @Nullable Long correctedBy) {
        return new HistoryEvent(
                row.position(),
                row.sequence(),
                row.eventId(),
                row.type(),
                row.occurredAt(),
                row.recordedAt(),
                EventSource.of(row.source()),
                row.data(),
                row.policyVersion(),
                row.corrects(),
                correctedBy);
    }
}
