package kz.legality.evidence.proof;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry's proof as a file of its own (C2SP tlog-proof). Ours carries the entry itself as the extra data, so that the
 * leaf can be computed from the file.
 *
 * @param checkpoint the signed note, to the byte
 */
public record TlogProof(byte @Nullable [] extra, long index, List<byte[]> hashes, String checkpoint) {
    private static final String HEADER = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";
    private static final int HASHES_MAX = 63;

    public TlogProof {
        hashes = List.copyOf(hashes);
    }

    /** The same proof under the same checkpoint with other lines of signatures. */
    public TlogProof under(String note) {
        return new TlogProof(extra, index, hashes, note);
    }

    public String text() {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        if (extra != null) {
            text.append(EXTRA).append(Base64Text.encode(extra)).append('\n');
        }
        text.append(INDEX).append(index).append('\n');
        hashes.forEach(hash -> text.append(Base64Text.encode(hash)).append('\n'));
        return text.append('\n').append(checkpoint).toString();
    }

    /** @throws IllegalArgumentException where the text is no proof, or another spelling of it */
    public static TlogProof parse(String text) {
        int end = text.indexOf("\n\n");
        if (end < 0 || !text.startsWith(HEADER + "\n")) {
            throw new IllegalArgumentException("a tlog-proof begins with " + HEADER + " and holds a checkpoint");
        }
        List<String> lines = List.of(text.substring(0, end).split("\n", -1));
        byte[] extra = null;
        int next = 1;
        if (next < lines.size() && lines.get(next).startsWith(EXTRA)) {
            extra = Base64Text.decode(lines.get(next).substring(EXTRA.length()));
            next++;
        }
        if (next >= lines.size() || !lines.get(next).matches("index (0|[1-9][0-9]{0,17})")) {
            throw new IllegalArgumentException("a tlog-proof names the index of its entry");
        }
        long index = Long.parseLong(lines.get(next).substring(INDEX.length()));
        List<byte[]> hashes = new ArrayList<>();
        for (String hash : lines.subList(next + 1, lines.size())) {
            hashes.add(Base64Text.hash(hash));
        }
        if (hashes.size() > HASHES_MAX) {
            throw new IllegalArgumentException("a tlog-proof has at most " + HASHES_MAX + " hashes");
        }
        return new TlogProof(extra, index, hashes, text.substring(end + 2));
    }
}
