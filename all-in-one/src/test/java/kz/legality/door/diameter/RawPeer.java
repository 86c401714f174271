package kz.legality.door.diameter;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A Diameter peer written from RFC 6733 alone, byte by byte: nothing of it is the ledger's, so that what both get wrong is
 * not taken for right.
 */
public final class RawPeer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int VENDOR_3GPP = 10415;

    private final Socket socket;
    private final DataInputStream in;
    private int id = 0x1000;

    public RawPeer(int port) throws IOException {
        socket = new Socket();
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) PATIENCE.toMillis());
        socket.setSoTimeout((int) PATIENCE.toMillis());
        in = new DataInputStream(socket.getInputStream());
    }

    /** An AVP of the IETF's with the M bit, filled up to four bytes. */
    public static byte[] avp(int code, byte[] value) {
        int length = 8 + value.length;
        return ByteBuffer.allocate((length + 3) / 4 * 4)
                .putInt(code)
                .putInt(0x40000000 | length)
                .put(value)
                .array();
    }

    /** An AVP of 3GPP's with the M bit. */
    public static byte[] avp3gpp(int code, byte[] value) {
        int length = 12 + value.length;
        return ByteBuffer.allocate((length + 3) / 4 * 4)
                .putInt(code)
                .putInt(0xC0000000 | length)
                .putInt(VENDOR_3GPP)
                .put(value)
                .array();
    }

    public static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] number(int number) {
        return ByteBuffer.allocate(4).putInt(number).array();
    }

    public static byte[] join(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        ByteBuffer joined = ByteBuffer.allocate(length);
        for (byte[] part : parts) {
            joined.put(part);
        }
        return joined.array();
    }

    /** Capabilities-Exchange-Request that names S13 of 3GPP, from 127.0.0.1. */
    public Answer introduce(String host, String realm) throws IOException {
        return introduce(host, realm, 16777252);
    }

    public Answer introduce(String host, String realm, int application) throws IOException {
        return ask(
                0x80,
                257,
                0,
                join(
                        avp(264, text(host)),
                        avp(296, text(realm)),
                        avp(257, new byte[] {0, 1, 127, 0, 0, 1}),
                        avp(266, number(0)),
                        avp(269, text("raw")),
                        avp(265, number(VENDOR_3GPP)),
                        avp(260, join(avp(266, number(VENDOR_3GPP)), avp(258, number(application))))));
    }

    public Answer ask(int flags, int command, int application, byte[] avps) throws IOException {
        send(flags, command, application, avps);
        Answer answer = next();
        if (answer.hopByHop() != id || answer.endToEnd() != ~id || answer.command() != command) {
            throw new AssertionError("this answers another question: " + answer);
        }
        return answer;
    }

    public void send(int flags, int command, int application, byte[] avps) throws IOException {
        id++;
        socket.getOutputStream().write(message(flags, command, application, id, ~id, avps));
    }

    /** Answers a request of the other side with success. */
    public void confirm(Answer request, String host, String realm) throws IOException {
        byte[] avps = join(avp(268, number(2001)), avp(264, text(host)), avp(296, text(realm)));
        socket.getOutputStream().write(message(0, request.command(), 0, request.hopByHop(), request.endToEnd(), avps));
    }

    private static byte[] message(int flags, int command, int application, int hopByHop, int endToEnd, byte[] avps) {
        return ByteBuffer.allocate(20 + avps.length)
                .putInt(0x01000000 | (20 + avps.length))
                .putInt(flags << 24 | command)
                .putInt(application)
                .putInt(hopByHop)
                .putInt(endToEnd)
                .put(avps)
                .array();
    }

    public void raw(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    public Answer next() throws IOException {
        int first = in.readInt();
        int second = in.readInt();
        int application = in.readInt();
        int hopByHop = in.readInt();
        int endToEnd = in.readInt();
        byte[] avps = new byte[(first & 0xFFFFFF) - 20];
        in.readFully(avps);
        return new Answer(second >>> 24, second & 0xFFFFFF, application, hopByHop, endToEnd, Pair.read(avps));
    }

    /** Whether the other side has closed the connection: waits for it. */
    public boolean isCutOff() throws IOException {
        try {
            in.readByte();
            return false;
        } catch (EOFException | SocketException closed) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** A message that came in. */
    public record Answer(int flags, int command, int application, int hopByHop, int endToEnd, List<Pair> pairs) {
        /** The value of the pair at the end of a way through grouped ones; the last by its code. */
        public byte[] at(int... codes) {
            List<Pair> level = pairs;
            byte[] found = new byte[0];
            for (int code : codes) {
                found = level.stream()
                        .filter(it -> it.code() == code)
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("there is no " + code + " in " + this))
                        .value();
                List<Pair> inside = new ArrayList<>();
                if (code != codes[codes.length - 1]) {
                    inside = Pair.read(found);
                }
                level = inside;
            }
            return found;
        }

        public int numberAt(int... codes) {
            return ByteBuffer.wrap(at(codes)).getInt();
        }

        public String textAt(int... codes) {
            return new String(at(codes), StandardCharsets.UTF_8);
        }

        public List<Integer> codes() {
            return pairs.stream().map(Pair::code).toList();
        }
    }

    /** An AVP that came in. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Pair(int code, int flags, int vendor, byte[] value) {
        static List<Pair> read(byte[] bytes) {
            List<Pair> pairs = new ArrayList<>();
            ByteBuffer in = ByteBuffer.wrap(bytes);
            while (in.hasRemaining()) {
                int code = in.getInt();
                int word = in.getInt();
                int flags = word >>> 24;
                int length = word & 0xFFFFFF;
                int vendor = (flags & 0x80) == 0 ? 0 : in.getInt();
                byte[] value = new byte[length - ((flags & 0x80) == 0 ? 8 : 12)];
                in.get(value);
                in.position(in.position() + (length + 3) / 4 * 4 - length);
                pairs.add(new Pair(code, flags, vendor, value));
            }
            return pairs;
        }
    }
}
