package kz.legality.door.diameter;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * One message (RFC 6733, section 3): the header's fields, and the pairs as they came or go, not yet read.
 *
 * @param flags of the header: R, P, E, T
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record DiameterMessage(int flags, int command, int application, int hopByHop, int endToEnd, byte[] body) {
    static final int CAPABILITIES_EXCHANGE = 257;
    static final int DEVICE_WATCHDOG = 280;
    static final int DISCONNECT_PEER = 282;

    private static final int REQUEST = 0x80;
    private static final int PROXIABLE = 0x40;
    private static final int ERROR = 0x20;
    private static final int VERSION = 1;
    private static final int HEADER_BYTES = 20;
    /** What a check of an equipment needs is some hundred bytes. */
    private static final int BYTES_MAX = 64 * 1024;

    private static final int THREE_BYTES = 0xFF_FFFF;

    static DiameterMessage request(int command, int id, List<Avp> avps) {
        return new DiameterMessage(REQUEST, command, 0, id, id, Avp.bytes(avps));
    }

    DiameterMessage answer(boolean error, List<Avp> avps) {
        int answered = (flags & PROXIABLE) | (error ? ERROR : 0);
        return new DiameterMessage(answered, command, application, hopByHop, endToEnd, Avp.bytes(avps));
    }

    boolean isRequest() {
        return (flags & REQUEST) != 0;
    }

    boolean isError() {
        return (flags & ERROR) != 0;
    }

    /**
     * @param first the message's first byte, which was waited for
     * @throws IOException where the stream ends inside, or nothing in it can be trusted any more
     */
    static DiameterMessage read(int first, DataInputStream in) throws IOException {
        byte[] rest = new byte[HEADER_BYTES - 1];
        in.readFully(rest);
        ByteBuffer header =
                ByteBuffer.allocate(HEADER_BYTES).put((byte) first).put(rest).flip();
        int versionAndLength = header.getInt();
        int length = versionAndLength & THREE_BYTES;
        if (versionAndLength >>> 24 != VERSION || length < HEADER_BYTES || length > BYTES_MAX || length % 4 != 0) {
            throw new IOException("not a message of Diameter 1 of at most " + BYTES_MAX + " bytes");
        }
        int flagsAndCommand = header.getInt();
        byte[] body = new byte[length - HEADER_BYTES];
        int application = header.getInt();
        int hopByHop = header.getInt();
        int endToEnd = header.getInt();
        in.readFully(body);
        return new DiameterMessage(
                flagsAndCommand >>> 24, flagsAndCommand & THREE_BYTES, application, hopByHop, endToEnd, body);
    }

    byte[] bytes() {
        int length = HEADER_BYTES + body.length;
        return ByteBuffer.allocate(length)
                .putInt((VERSION << 24) | length)
                .putInt((flags << 24) | command)
                .putInt(application)
                .putInt(hopByHop)
                .putInt(endToEnd)
                .put(body)
                .array();
    }
}
