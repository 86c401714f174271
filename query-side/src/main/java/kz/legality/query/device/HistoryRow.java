package kz.legality.query.device;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import kz.legality.query.json.Json;
import kz.legality.query.store.Document;
import org.jspecify.annotations.Nullable;

/** A row of {@link HistoryView}, read back. */
record HistoryRow(
        long position,
        long sequence,
        String eventId,
        String type,
        @Nullable String revision,
        Instant occurredAt,
        Instant recordedAt,
        String source,
        @Nullable String policyVersion,
        @Nullable Long corrects,
        JsonNode data) {
    private static final Json<HistoryRow> JSON = new Json<>(HistoryRow.class);

    static HistoryRow of(Document document) {
        return JSON.read(document);
    }
}
