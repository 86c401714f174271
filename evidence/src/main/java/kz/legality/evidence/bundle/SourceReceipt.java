package kz.legality.evidence.bundle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.legality.evidence.log.RecordedEvent;
import kz.legality.evidence.log.RecordedEvents;
import kz.legality.evidence.proof.Json;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger recorded of a file that events came from: who sent it, and that it was read to its end.
 *
 * @param sha256 of the file as it was sent, hexadecimal
 * @param received that it came; null where the ledger never said so
 * @param archived that its observations went into the archive, whose files are named there: what detectors read; null where it
 *     holds none
 * @param completed that its last row was dealt with; null where it was not yet
 */
public record SourceReceipt(
        String sha256,
        @Nullable RecordedEvent received,
        @Nullable RecordedEvent archived,
        @Nullable RecordedEvent completed) {
    private static final String RECEIVED = "FileReceived";
    private static final String ARCHIVED = "ObservationsArchived";
    private static final String COMPLETED = "FileCompleted";
    private static final Pattern FILE_ROW = Pattern.compile("file:([0-9a-f]{64})#[0-9]+");

    /**
     * Receipts of all files that some events came from, by the file's hash.
     *
     * @param below nothing recorded at this position or after it is told
     */
    static Map<String, SourceReceipt> of(Iterable<RecordedEvent> events, RecordedEvents recorded, long below) {
        Map<String, SourceReceipt> receipts = new TreeMap<>();
        for (RecordedEvent event : events) {
            fileOf(event).ifPresent(file -> receipts.computeIfAbsent(file, it -> read(it, recorded, below)));
        }
        return receipts;
    }

    /** The file an event came from; empty where it came from none. */
    private static Optional<String> fileOf(RecordedEvent event) {
        Object source = Json.parse(event.payload()) instanceof Map<?, ?> data ? data.get("source") : null;
        Matcher row = FILE_ROW.matcher(String.valueOf(source));
        return row.matches() ? Optional.of(row.group(1)) : Optional.empty();
    }

    private static SourceReceipt read(String sha256, RecordedEvents recorded, long below) {
        RecordedEvent received = null;
        RecordedEvent archived = null;
        RecordedEvent completed = null;
        for (RecordedEvent event : recorded.ofStream("file:" + sha256)) {
            if (event.position() >= below) {
                break;
            }
            if (event.type().equals(RECEIVED) && received == null) {
                received = event;
            } else if (event.type().equals(ARCHIVED)) {
                archived = event;
            } else if (event.type().equals(COMPLETED)) {
                completed = event;
            }
        }
        return new SourceReceipt(sha256, received, archived, completed);
    }

    /** These events, to be proven with the others. */
    List<RecordedEvent> events() {
        return Stream.of(received, archived, completed).filter(Objects::nonNull).toList();
    }

    /** Who sent it, as he was known; empty where there is no receipt. */
    public String sender() {
        return text(received, "sender");
    }

    /** What it was called; empty where there is no receipt. */
    public String name() {
        return text(received, "name");
    }

    /** Empty where there is no receipt. */
    public String bytes() {
        return text(received, "bytes");
    }

    /** How many rows it has; empty where it was not read to its end. */
    public String rows() {
        return text(completed, "rows");
    }

    private static String text(@Nullable RecordedEvent event, String field) {
        return event == null ? "" : String.valueOf(data(event).get(field));
    }

    /** For {@code sources.json}: the events by their positions, with what a reader wants to see of them. */
    Map<String, @Nullable Object> written() {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("file", sha256);
        if (received != null) {
            written.put("received", received.position());
            written.put("receivedAt", received.recordedAt().toString());
            for (String field : List.of("kind", "name", "sender", "bytes")) {
                written.put(field, data(received).get(field));
            }
        }
        if (archived != null) {
            written.put("archived", archived.position());
        }
        if (completed != null) {
            written.put("completed", completed.position());
            written.put("completedAt", completed.recordedAt().toString());
            written.put("rows", data(completed).get("rows"));
        }
        return written;
    }

    private static Map<?, ?> data(RecordedEvent event) {
        return Json.parse(event.payload()) instanceof Map<?, ?> data ? data : Map.of();
    }
}
