package kz.legality.evidence.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the map says of one stream: how many events it has, the leaf hash of the last, and which kinds occur.
 *
 * @param kinds names of events, sorted
 */
public record StreamState(long count, byte[] head, List<String> kinds) {
    public static final StreamState NONE = new StreamState(0, LogEntry.NOTHING_BEFORE, List.of());

    public StreamState {
        kinds = List.copyOf(kinds);
    }

    /** The state after one more entry of this kind. */
    public StreamState after(byte[] leafHash, String kind) {
        if (kinds.contains(kind)) {
            return new StreamState(count + 1, leafHash, kinds);
        }
        SortedSet<String> more = new TreeSet<>(kinds);
        more.add(kind);
        return new StreamState(count + 1, leafHash, List.copyOf(more));
    }

    /** Count (8 bytes, big-endian) ‖ head (32) ‖ the kinds with line feeds between. */
    public byte[] bytes() {
        byte[] names = String.join("\n", kinds).getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Long.BYTES + Hashing.HASH_BYTES + names.length)
                .putLong(count)
                .put(head)
                .put(names)
                .array();
    }

    /** @throws IllegalArgumentException where the bytes are cut off */
    public static StreamState parse(byte[] bytes) {
        int fixed = Long.BYTES + Hashing.HASH_BYTES;
        if (bytes.length < fixed) {
            throw new IllegalArgumentException("the state of a stream is cut off at " + bytes.length + " bytes");
        }
        String names = new String(bytes, fixed, bytes.length - fixed, StandardCharsets.UTF_8);
        return new StreamState(
                ByteBuffer.wrap(bytes).getLong(),
                Arrays.copyOfRange(bytes, Long.BYTES, fixed),
                names.isEmpty() ? List.of() : List.of(names.split("\n")));
    }
}
