package kz.legality.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 over one connection, opened anew when the server closes it, as Tomcat does after 100 requests. A library
 * would cost more than the server that is measured beside it on the same cores.
 */
final class KeptConnection implements AutoCloseable {
    private static final int BUFFER_BYTES = 16 * 1024;
    private static final int TIMEOUT_MILLIS = 30_000;

    private final URI address;
    private @Nullable Socket socket;
    private InputStream in = InputStream.nullInputStream();

    KeptConnection(URI address) {
        this.address = address;
    }

    /** Sends the request and reads the whole answer; its status. */
    int exchange(String request) throws IOException {
        Socket open = open();
        open.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        int status = Integer.parseInt(line().split(" ")[1]);
        long length = 0;
        boolean chunked = false;
        boolean closes = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String small = header.toLowerCase(Locale.ROOT);
            if (small.startsWith("content-length:")) {
                length = Long.parseLong(small.substring(15).strip());
            }
            chunked |= small.equals("transfer-encoding: chunked");
            closes |= small.equals("connection: close");
        }
        if (chunked) {
            skipChunks();
        } else {
            in.skipNBytes(length);
        }
        if (closes) {
            drop();
        }
        return status;
    }

    private Socket open() throws IOException {
        Socket open = socket;
        if (open == null) {
            open = socket = new Socket(address.getHost(), address.getPort());
            open.setTcpNoDelay(true);
            open.setSoTimeout(TIMEOUT_MILLIS);
            in = new BufferedInputStream(open.getInputStream(), BUFFER_BYTES);
        }
        return open;
    }

    private void skipChunks() throws IOException {
        int bytes;
        do {
            bytes = Integer.parseInt(line().strip(), 16);
            in.skipNBytes(bytes);
            line();
        } while (bytes > 0);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the server closed the connection within an answer");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    /** The next exchange opens a new connection. */
    void drop() {
        close();
        socket = null;
    }

    @Override
    public void close() {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException e) {
            // It is closed all the same.
        }
    }
}
