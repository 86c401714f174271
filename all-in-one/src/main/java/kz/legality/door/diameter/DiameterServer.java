package kz.legality.door.diameter;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A port for Diameter over TCP. Each connection has a thread of its own; who comes from no peer's address has none. */
public final class DiameterServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DiameterServer.class);
    private static final int CONNECTIONS_MAX = 256;
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final DiameterNode node;
    private final ServerSocket port;
    private final OpenPeers open = new OpenPeers();
    private final Set<Connected> connected = ConcurrentHashMap.newKeySet();
    private final Thread accepting;

    private record Connected(DiameterConnection connection, Thread thread) {}

    private DiameterServer(DiameterNode node, ServerSocket port) {
        this.node = node;
        this.port = port;
        this.accepting = Thread.ofVirtual().name("diameter").unstarted(this::accept);
    }

    /** Listens when this returns. */
    public static DiameterServer open(DiameterNode node, InetSocketAddress where) throws IOException {
        ServerSocket port = new ServerSocket();
        try {
            port.setReuseAddress(true);
            port.bind(where);
        } catch (IOException taken) {
            port.close();
            throw new IOException("no Diameter at " + where + ": " + taken.getMessage(), taken);
        }
        DiameterServer server = new DiameterServer(node, port);
        server.accepting.start();
        return server;
    }

    public int port() {
        return port.getLocalPort();
    }

    private void accept() {
        while (!port.isClosed()) {
            try {
                begin(port.accept());
            } catch (IOException e) {
                if (!port.isClosed()) {
                    LOG.warn("A Diameter connection could not be taken: {}", e.getMessage());
                }
            }
        }
    }

    private void begin(Socket socket) throws IOException {
        boolean known = node.peers().stream().anyMatch(it -> it.comesFrom(socket.getInetAddress()));
        if (!known || connected.size() >= CONNECTIONS_MAX) {
            LOG.warn(
                    "A Diameter connection from {} is not taken: {}",
                    socket.getInetAddress().getHostAddress(),
                    known ? "there are " + CONNECTIONS_MAX : "no peer comes from there");
            socket.close();
            return;
        }
        DiameterConnection connection = new DiameterConnection(socket, node, open);
        Thread thread = Thread.ofVirtual().name("diameter-peer").unstarted(connection);
        Connected one = new Connected(connection, thread);
        connected.add(one);
        connected.removeIf(it -> it.thread().getState() == Thread.State.TERMINATED);
        thread.start();
    }

    /** Peers are told; who does not answer is cut off. */
    @Override
    public void close() {
        try {
            port.close();
        } catch (IOException closed) {
            LOG.debug("The Diameter port was closed already", closed);
        }
        for (DiameterConnection connection : open.all()) {
            try {
                connection.leave();
            } catch (IOException gone) {
                LOG.debug("A Diameter peer was gone before it was told", gone);
            }
        }
        long deadline = System.nanoTime() + FAREWELL.toNanos();
        try {
            for (Connected one : connected) {
                Duration left = Duration.ofNanos(Math.max(1, deadline - System.nanoTime()));
                if (!open.all().contains(one.connection()) || !one.thread().join(left)) {
                    one.connection().cut();
                }
                one.thread().join(FAREWELL);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            connected.forEach(it -> it.connection().cut());
        }
    }
}
