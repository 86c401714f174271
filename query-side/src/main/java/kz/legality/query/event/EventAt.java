package kz.legality.query.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import kz.legality.query.device.EventSource;

/**
 * One event, found by its position.
 *
 * @param stream what it is about: an IMEI's 14 digits, {@code claim:} and a number, a file, ...
 * @param sequence its place in that stream
 * @param type the name it is stored under
 * @param data the payload as stored, personal fields sealed
 */
public record EventAt(
        long position,
        String stream,
        long sequence,
        String type,
        Instant occurredAt,
        Instant recordedAt,
        EventSource source,
        JsonNode data) {}
