package kz.legality.query.store;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The rules for keys, sort keys and names, so that every adapter orders them alike.
 *
 * <p>Keys and sort keys order by their UTF-8 bytes, which is the order of their code points. Control characters
 * (below U+0020) are refused: the adapters join parts with {@link #SEPARATOR}, which is then smaller than anything
 * a part can hold, and so the order of the joined text is the order of its parts.
 */
public final class KeyText {
    /** Stands between the parts of a joined key; no part can hold it. */
    public static final char SEPARATOR = '\u0001';
    /** The smallest text above everything that begins with a part and {@link #SEPARATOR}. */
    public static final char AFTER_SEPARATOR = '\u0002';

    public static final int KEY_CHARS_MAX = 512;
    public static final int NAME_CHARS_MAX = 64;

    /** Order by UTF-8 bytes. {@link String#compareTo} differs from it where surrogates meet U+E000 and above. */
    public static final Comparator<String> ORDER = KeyText::compare;

    private static final int FIRST_PRINTABLE = 0x20;

    private KeyText() {}

    /**
     * A document's key.
     *
     * @throws IllegalArgumentException when it is empty, longer than {@value #KEY_CHARS_MAX} chars, or holds a
     *     control character or half a surrogate pair
     */
    public static String key(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("a key is empty");
        }
        return sortKey(text);
    }

    /** A sort key: as {@link #key}, but it may be empty. */
    public static String sortKey(String text) {
        if (text.length() > KEY_CHARS_MAX) {
            throw new IllegalArgumentException(
                    "a key has " + text.length() + " chars, at most " + KEY_CHARS_MAX + " can be kept");
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < FIRST_PRINTABLE) {
                throw new IllegalArgumentException("a key holds the control character " + (int) c + " at " + i);
            }
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    throw new IllegalArgumentException("a key holds half a surrogate pair at " + i);
                }
                i++;
            }
        }
        return text;
    }

    /**
     * The name of a view, an index or a counter: an ASCII letter, then letters, digits, '_' or '-'.
     *
     * @throws IllegalArgumentException when it is not one; such a name could not be a MongoDB collection
     */
    public static String name(String text) {
        boolean good = !text.isEmpty() && text.length() <= NAME_CHARS_MAX && isLetter(text.charAt(0));
        for (int i = 1; good && i < text.length(); i++) {
            char c = text.charAt(i);
            good = isLetter(c) || (c >= '0' && c <= '9') || c == '_' || c == '-';
        }
        if (!good) {
            throw new IllegalArgumentException("not the name of a view, index or counter: '" + text + "'");
        }
        return text;
    }

    /** The smallest text above every text that starts with {@code prefix}; null when there is none. */
    static @Nullable String afterPrefix(String prefix) {
        int end = prefix.length();
        while (end > 0) {
            int last = prefix.codePointBefore(end);
            end -= Character.charCount(last);
            if (last < Character.MAX_CODE_POINT) {
                // The surrogates between U+D7FF and U+E000 are no code points of UTF-8.
                int next = last + 1 == Character.MIN_SURROGATE ? Character.MAX_SURROGATE + 1 : last + 1;
                return prefix.substring(0, end) + Character.toString(next);
            }
        }
        return null;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static int compare(String a, String b) {
        int shared = Math.min(a.length(), b.length());
        for (int i = 0; i < shared; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                boolean bothAlike = Character.isSurrogate(x) == Character.isSurrogate(y);
                // A surrogate stands for a code point above every char that is none.
                return bothAlike ? Character.compare(x, y) : Character.isSurrogate(x) ? 1 : -1;
            }
        }
        return Integer.compare(a.length(), b.length());
    }
}
