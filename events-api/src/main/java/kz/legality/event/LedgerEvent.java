package kz.legality.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;

/**
 * One thing that happened, as it is stored for good: never edited, never deleted. What the ledger adds (its position,
 * its place in the stream, the time it was recorded) stands beside it, not in it.
 */
public interface LedgerEvent {
    /** When it happened, by the word of its source; may lie before facts already recorded. */
    Instant occurredAt();

    Source source();

    /** Name of the stream it belongs to: an IMEI's 14 digits, or a kind and a name with a colon between. */
    @JsonIgnore
    String stream();
}
