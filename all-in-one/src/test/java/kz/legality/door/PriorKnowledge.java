package kz.legality.door;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A client that speaks HTTP/2 from its first byte and nothing else (RFC 9113, 3.3), as a 5G core does; one question. */
final class PriorKnowledge {
    private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int SETTINGS = 4;
    private static final int END_STREAM = 1;
    private static final int END_HEADERS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private PriorKnowledge() {}

    /** The body of the answer. */
    static String get(String server, String path, String token) {
        URI address = URI.create(server);
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            OutputStream out = socket.getOutputStream();
            out.write(PREFACE.getBytes(StandardCharsets.US_ASCII));
            frame(out, SETTINGS, 0, 0, new byte[0]);
            ByteArrayOutputStream headers = new ByteArrayOutputStream();
            // HPACK's static table: GET is 2, http is 6, :path is 4, :authority is 1; texts without Huffman coding.
            headers.write(0x80 | 2);
            headers.write(0x80 | 6);
            headers.write(4);
            text(headers, path);
            headers.write(1);
            text(headers, address.getAuthority());
            headers.write(0);
            text(headers, "authorization");
            text(headers, "Bearer " + token);
            frame(out, HEADERS, END_STREAM | END_HEADERS, 1, headers.toByteArray());
            out.flush();
            return body(new DataInputStream(socket.getInputStream()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String body(DataInputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            int head = in.readInt();
            int length = head >>> 8;
            int type = head & 0xff;
            int flags = in.readUnsignedByte();
            in.readInt();
            byte[] payload = in.readNBytes(length);
            if (type == DATA) {
                body.write(payload);
            }
            if ((type == DATA || type == HEADERS) && (flags & END_STREAM) != 0) {
                return body.toString(StandardCharsets.UTF_8);
            }
        }
    }

    private static void frame(OutputStream out, int type, int flags, int stream, byte[] payload) throws IOException {
        out.write(new byte[] {
            (byte) (payload.length >>> 16),
            (byte) (payload.length >>> 8),
            (byte) payload.length,
            (byte) type,
            (byte) flags,
            0,
            0,
            0,
            (byte) stream
        });
        out.write(payload);
    }

    /** A length of 7 bits, with more bytes where it does not fit (RFC 7541, 5.1). */
    private static void text(ByteArrayOutputStream out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        int rest = bytes.length;
        if (rest < 127) {
            out.write(rest);
        } else {
            out.write(127);
            rest -= 127;
            while (rest >= 128) {
                out.write((rest & 127) | 128);
                rest >>>= 7;
            }
            out.write(rest);
        }
        out.writeBytes(bytes);
    }
}
