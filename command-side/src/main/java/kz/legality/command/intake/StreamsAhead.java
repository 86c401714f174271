package kz.legality.command.intake;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kz.legality.command.intake.RowReading.Readable;
import kz.legality.policy.Policies;

/**
 * The streams of a batch as they stood before its turn came: read while earlier batches were still recorded. Each is good
 * for one decision, and only if no batch since then touched it.
 *
 * @param asOfRow the last row of the file that was stored when the reading began
 */
record StreamsAhead(Map<String, FactStream> streams, long asOfRow) {
    /** Nothing was read ahead. */
    static final StreamsAhead NONE = new StreamsAhead(Map.of(), 0);

    static StreamsAhead of(Batch batch, Streams streams, Policies policies, long asOfRow) {
        Map<String, FactStream> ahead = HashMap.newHashMap(batch.rows().size());
        for (RowReading row : batch.rows()) {
            if (row instanceof Readable readable) {
                ahead.computeIfAbsent(readable.fact().stream(), unread -> streams.of(readable.fact(), policies));
            }
        }
        return new StreamsAhead(ahead, asOfRow);
    }

    Optional<FactStream> unlessTouched(String stream, RecentlyTouched touched) {
        FactStream known = streams.get(stream);
        return known == null || touched.since(asOfRow, stream) ? Optional.empty() : Optional.of(known);
    }
}
