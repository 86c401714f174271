package kz.legality.command.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Walks over the elements of an envelope whose checksum has been verified. */
final class EnvelopeReader {
    private final byte[] in;
    private int offset;

    EnvelopeReader(byte[] in, int offset) {
        this.in = in;
        this.offset = offset;
    }

    String text() {
        int length = length();
        String text = new String(in, offset, length, StandardCharsets.UTF_8);
        offset += length;
        return text;
    }

    byte[] bytes() {
        int length = length();
        byte[] bytes = Arrays.copyOfRange(in, offset, offset + length);
        offset += length;
        return bytes;
    }

    private int length() {
        int length = 0;
        int shift = 0;
        while (true) {
            byte octet = in[offset++];
            length |= (octet & 0x7F) << shift;
            if (octet >= 0) {
                return length;
            }
            shift += 7;
        }
    }
}
