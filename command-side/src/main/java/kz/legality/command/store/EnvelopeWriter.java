package kz.legality.command.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Appends the envelope's elements to a growing array. */
final class EnvelopeWriter {
    private static final int VARINT_BYTES_MAX = 5;

    private ByteBuffer out;

    EnvelopeWriter(int bytesExpected) {
        this.out = ByteBuffer.allocate(bytesExpected);
    }

    void skip(int bytes) {
        room(bytes).position(out.position() + bytes);
    }

    void octet(int value) {
        room(1).put((byte) value);
    }

    void int32(int value) {
        room(Integer.BYTES).putInt(value);
    }

    void int64(long value) {
        room(Long.BYTES).putLong(value);
    }

    void text(String value) {
        bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    void bytes(byte[] value) {
        room(VARINT_BYTES_MAX + value.length);
        int rest = value.length;
        while (rest > 0x7F) {
            out.put((byte) (rest | 0x80));
            rest >>>= 7;
        }
        out.put((byte) rest).put(value);
    }

    byte[] toBytes() {
        return Arrays.copyOf(out.array(), out.position());
    }

    private ByteBuffer room(int bytes) {
        if (out.remaining() < bytes) {
            out = ByteBuffer.allocate(2 * (out.position() + bytes)).put(out.flip());
        }
        return out;
    }
}
