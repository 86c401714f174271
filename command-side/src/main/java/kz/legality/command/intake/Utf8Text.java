package kz.legality.command.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Reads UTF-8 without replacing anything: a byte that is not UTF-8 becomes one character of U+DC80 to U+DCFF, half of a
 * surrogate pair that no UTF-8 text can hold by itself. So the row it stands in is known, the rows around it are read, and
 * the byte can be shown. A byte order mark at the beginning is passed over.
 */
final class Utf8Text extends Reader {
    private static final int BUFFER = 1 << 16;
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int UNDECODABLE = 0xDC00;
    private static final char UNDECODABLE_MIN = '\uDC80';
    private static final char UNDECODABLE_MAX = '\uDCFF';

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final InputStream in;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).limit(0);
    private final CharBuffer chars = CharBuffer.allocate(BUFFER).limit(0);
    private boolean ended;

    Utf8Text(InputStream in) throws IOException {
        this.in = in;
        decode();
        if (chars.hasRemaining() && chars.get(0) == BYTE_ORDER_MARK) {
            chars.position(1);
        }
    }

    /** Whether this character stands for a byte that is not UTF-8, given the one before it. */
    static boolean isUndecodable(char before, char c) {
        return c >= UNDECODABLE_MIN && c <= UNDECODABLE_MAX && !Character.isHighSurrogate(before);
    }

    /** The same text with each byte that is not UTF-8 written as {@code \xNN}. */
    static String shown(String text) {
        StringBuilder shown = new StringBuilder(text.length() + 8);
        char before = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isUndecodable(before, c)) {
                shown.append("\\x").append(HEX.toHexDigits((byte) (c - UNDECODABLE)));
            } else {
                shown.append(c);
            }
            before = c;
        }
        return shown.toString();
    }

    /** The first line, as far as it is short; reading begins before it all the same. */
    String firstLine() {
        String begin = chars.toString();
        int end = 0;
        while (end < begin.length() && begin.charAt(end) != '\n' && begin.charAt(end) != '\r') {
            end++;
        }
        return begin.substring(0, end);
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (!chars.hasRemaining() && !decode()) {
            return -1;
        }
        int count = Math.min(length, chars.remaining());
        chars.get(target, offset, count);
        return count;
    }

    /** Fills {@link #chars}; false at the end of the text. */
    private boolean decode() throws IOException {
        chars.clear();
        while (true) {
            CoderResult result = decoder.decode(bytes, chars, ended);
            if (result.isMalformed() && chars.remaining() >= result.length()) {
                for (int i = 0; i < result.length(); i++) {
                    chars.put((char) (UNDECODABLE + (bytes.get() & 0xff)));
                }
            } else if (ended || chars.position() > 0) {
                break;
            } else {
                fill();
            }
        }
        chars.flip();
        return chars.hasRemaining();
    }

    private void fill() throws IOException {
        bytes.compact();
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        ended = read < 0;
        bytes.position(bytes.position() + Math.max(0, read)).flip();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
