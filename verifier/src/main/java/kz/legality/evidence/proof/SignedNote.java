package kz.legality.evidence.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * C2SP signed-note: a text that ends in a line feed, an empty line, and lines of signatures.
 *
 * @param text with its last line feed
 */
public record SignedNote(String text, List<Line> lines) {
    private static final int SECONDS_BYTES = 8;
    private static final int SIGNATURE_BYTES = 64;
    private static final int NOTE_CHARS_MAX = 1_000_000;
    private static final int LINES_MAX = 100;

    /** @param signature without the 4 bytes of the key's id */
    public record Line(String name, byte[] keyId, byte[] signature) {}

    public SignedNote {
        lines = List.copyOf(lines);
    }

    /** @throws IllegalArgumentException where it is no note */
    public static SignedNote parse(String note) {
        int end = note.lastIndexOf("\n\n");
        if (end < 0 || !note.endsWith("\n") || note.length() > NOTE_CHARS_MAX || end + 2 >= note.length()) {
            throw new IllegalArgumentException("a signed note is a text, an empty line and signatures; this is not");
        }
        if (note.chars().anyMatch(c -> (c < ' ' && c != '\n') || c == '\uFFFD')) {
            throw new IllegalArgumentException("a signed note holds no control characters");
        }
        List<Line> lines = new ArrayList<>();
        for (String line : note.substring(end + 2, note.length() - 1).split("\n", -1)) {
            lines.add(line(line));
        }
        if (lines.size() > LINES_MAX) {
            throw new IllegalArgumentException("a signed note has at most " + LINES_MAX + " signatures");
        }
        return new SignedNote(note.substring(0, end + 1), lines);
    }

    /** Whether this key signed the text, as the log itself does. */
    public boolean signedBy(VerifierKey key) {
        byte[] message = text.getBytes(StandardCharsets.UTF_8);
        return key.type() == VerifierKey.ED25519
                && lines.stream()
                        .anyMatch(line -> isOf(line, key)
                                && line.signature().length == SIGNATURE_BYTES
                                && key.verifies(message, line.signature()));
    }

    /** When this witness cosigned the text, in seconds since 1970; empty where it did not. */
    public Optional<Long> cosignedBy(VerifierKey witness) {
        if (witness.type() != VerifierKey.COSIGNATURE) {
            return Optional.empty();
        }
        for (Line line : lines) {
            if (isOf(line, witness) && line.signature().length == SECONDS_BYTES + SIGNATURE_BYTES) {
                long seconds = ByteBuffer.wrap(line.signature()).getLong();
                byte[] signature = Arrays.copyOfRange(line.signature(), SECONDS_BYTES, line.signature().length);
                if (seconds >= 0 && witness.verifies(cosigned(text, seconds), signature)) {
                    return Optional.of(seconds);
                }
            }
        }
        return Optional.empty();
    }

    /** What a cosignature/v1 signs (C2SP tlog-cosignature). */
    static byte[] cosigned(String text, long unixSeconds) {
        return ("cosignature/v1\ntime " + unixSeconds + "\n" + text).getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isOf(Line line, VerifierKey key) {
        return line.name().equals(key.name()) && Arrays.equals(line.keyId(), key.id());
    }

    private static Line line(String line) {
        String[] parts = line.split(" ", -1);
        if (parts.length != 3 || !parts[0].equals("—") || !VerifierKey.isName(parts[1])) {
            throw new IllegalArgumentException("a line of a signature is '— name signature', this is not");
        }
        byte[] bytes = Base64Text.decode(parts[2]);
        if (bytes.length <= VerifierKey.ID_BYTES) {
            throw new IllegalArgumentException("a signature is longer than its key's id");
        }
        return new Line(
                parts[1],
                Arrays.copyOf(bytes, VerifierKey.ID_BYTES),
                Arrays.copyOfRange(bytes, VerifierKey.ID_BYTES, bytes.length));
    }

    /** The note with one more line. */
    public static String with(String text, String signatureLine) {
        return text + "\n" + signatureLine + "\n";
    }
}
