package kz.legality.evidence.proof;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a log says of itself (C2SP tlog-checkpoint): origin, size and root, one a line. Ours has no extension lines, and a
 * checkpoint with any is refused.
 */
public record Checkpoint(String origin, long size, byte[] root) {
    private static final Pattern TEXT = Pattern.compile("([^\\n]+)\\n(0|[1-9][0-9]{0,17})\\n([A-Za-z0-9+/=]+)\\n");

    /** @throws IllegalArgumentException where the text is no checkpoint */
    public static Checkpoint parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a checkpoint is three lines: origin, size, root; this is not");
        }
        return new Checkpoint(matcher.group(1), Long.parseLong(matcher.group(2)), Base64Text.hash(matcher.group(3)));
    }

    public String text() {
        return origin + "\n" + size + "\n" + Base64Text.encode(root) + "\n";
    }

    /** Signed as a note by the log. */
    public String note(NoteSigner log) {
        return SignedNote.with(text(), log.line(text()));
    }
}
