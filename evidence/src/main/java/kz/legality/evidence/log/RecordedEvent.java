package kz.legality.evidence.log;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import kz.legality.evidence.proof.Json;

/**
 * An event as the store keeps it.
 *
 * @param stream the stream it belongs to, empty where it belongs to none
 * @param payload canonical JSON, personal fields sealed
 * @param metadata canonical JSON
 * @param stored all bytes of it in the store
 */
public record RecordedEvent(
        long position,
        String eventId,
        String stream,
        long sequence,
        Instant recordedAt,
        String type,
        String revision,
        byte[] payload,
        byte[] metadata,
        byte[] stored) {
    private static final byte[] SEALED = "{\"commitment\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SEALED_REST = "\",\"pseudonym\":".getBytes(StandardCharsets.US_ASCII);

    /**
     * What the log commits to and a court is handed: canonical JSON of the event and its place, in which a personal field
     * is its salted commitment alone. It is the same whether the field is opened, withheld or erased.
     */
    public byte[] canonical() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(payload.length + 512);
        out.writeBytes(ascii("{\"data\":"));
        writeCommitted(payload, out);
        out.writeBytes(ascii(",\"eventId\":"));
        out.writeBytes(Json.bytes(eventId));
        out.writeBytes(ascii(",\"metadata\":"));
        writeCommitted(metadata, out);
        // The rest in the order of names, as RFC 8785 sorts them.
        byte[] place = Json.bytes(Map.of(
                "position", position,
                "recordedAt", recordedAt.toString(),
                "revision", revision,
                "sequence", sequence,
                "stream", stream,
                "type", type));
        out.write(',');
        out.write(place, 1, place.length - 1);
        return out.toByteArray();
    }

    /** How many personal fields it has. */
    public int personalFields() {
        int count = 0;
        for (int at = find(payload, SEALED, 0); at >= 0; at = find(payload, SEALED, at + SEALED.length)) {
            count++;
        }
        return count;
    }

    /**
     * Looks for the form that only a sealed field has; inside a text its quotes would be escaped. Its other members hold
     * no brace.
     */
    private static void writeCommitted(byte[] json, ByteArrayOutputStream out) {
        int from = 0;
        for (int at = find(json, SEALED, 0); at >= 0; at = find(json, SEALED, from)) {
            int end = at + SEALED.length;
            while (json[end] != '"') {
                end++;
            }
            out.write(json, from, end - from);
            from = end;
            if (startsWith(json, SEALED_REST, end)) {
                out.write('"');
                from = end + 1;
                while (json[from] != '}') {
                    from++;
                }
            }
        }
        out.write(json, from, json.length - from);
    }

    private static int find(byte[] in, byte[] what, int from) {
        for (int at = from; at <= in.length - what.length; at++) {
            if (in[at] == '{' && startsWith(in, what, at)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean startsWith(byte[] in, byte[] what, int at) {
        if (at + what.length > in.length) {
            return false;
        }
        for (int i = 0; i < what.length; i++) {
            if (in[at + i] != what[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
