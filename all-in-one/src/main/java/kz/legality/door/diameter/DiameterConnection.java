package kz.legality.door.diameter;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection of a peer, from its capabilities to its end: the responder's half of RFC 6733, section 5.6. Requests are
 * answered in the order they come, by the thread that reads them.
 */
final class DiameterConnection implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(DiameterConnection.class);
    /** Who connects says who he is; nobody holds a connection without. */
    private static final Duration INTRODUCTION = Duration.ofSeconds(10);

    private static final Duration UNREAD = Duration.ofSeconds(1);

    private static final int REBOOTING = 0;
    private static final int ENDED = -1;

    private final Socket socket;
    private final DiameterNode node;
    private final OpenPeers open;
    private final Answers answers;
    private final DataInputStream in;
    private final OutputStream out;
    private final ReentrantLock writing = new ReentrantLock();
    private @Nullable DiameterPeer peer;

    DiameterConnection(Socket socket, DiameterNode node, OpenPeers open) throws IOException {
        this.socket = socket;
        this.node = node;
        this.open = open;
        this.answers = new Answers(node);
        socket.setTcpNoDelay(true);
        this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        this.out = new BufferedOutputStream(socket.getOutputStream());
    }

    @Override
    public void run() {
        try (socket) {
            try {
                if (introduced()) {
                    converse();
                }
            } finally {
                // Before the peer sees the end: it may come back at once.
                if (peer != null && open.remove(peer, this)) {
                    LOG.info("Diameter peer {} is gone", peer.name());
                }
            }
        } catch (IOException gone) {
            LOG.debug("A Diameter connection broke", gone);
        }
    }

    /** Whether who connected is a peer, and the only connection of it. */
    private boolean introduced() throws IOException {
        socket.setSoTimeout((int) INTRODUCTION.toMillis());
        int first = in.read();
        if (first == ENDED) {
            return false;
        }
        DiameterMessage request = DiameterMessage.read(first, in);
        if (!request.isRequest() || request.command() != DiameterMessage.CAPABILITIES_EXCHANGE) {
            return false;
        }
        Capabilities capabilities = new Capabilities(node);
        DiameterPeer[] admitted = new DiameterPeer[1];
        DiameterMessage answer = answers.answered(request, capabilities.own(socket.getLocalAddress()), asked -> {
            try {
                admitted[0] = capabilities.admitted(asked, socket.getInetAddress());
            } catch (DiameterRefusal refusal) {
                LOG.warn(
                        "A Diameter peer from {} is refused: {}",
                        socket.getInetAddress().getHostAddress(),
                        refusal.getMessage());
                throw refusal;
            }
            return List.of(Avp.of(AvpType.RESULT_CODE, ResultCode.SUCCESS));
        });
        DiameterPeer named = admitted[0];
        if (named == null) {
            LOG.warn(
                    "A Diameter peer from {} is refused",
                    socket.getInetAddress().getHostAddress());
            send(answer, true);
            return false;
        }
        if (!open.add(named, this)) {
            LOG.warn("Diameter peer {} is connected already", named.name());
            return false;
        }
        peer = named;
        LOG.info("Diameter peer {} is here", named.name());
        send(answer, true);
        return true;
    }

    private void converse() throws IOException {
        socket.setSoTimeout((int) node.silence().toMillis());
        while (true) {
            int first = awaited();
            if (first == ENDED) {
                return;
            }
            DiameterMessage message = DiameterMessage.read(first, in);
            if (message.isRequest()) {
                // Where more has come in already, the answers leave together.
                send(answers.to(message), in.available() == 0);
            }
            if (message.command() == DiameterMessage.DISCONNECT_PEER) {
                return;
            }
        }
    }

    /** The next message's first byte. A peer that says nothing is asked whether it is there; once. */
    private int awaited() throws IOException {
        try {
            return in.read();
        } catch (SocketTimeoutException silent) {
            probe();
            return in.read();
        }
    }

    /** Asks the peer whether it is there. Where it is not, the connection breaks by it. */
    void probe() throws IOException {
        List<Avp> avps = new ArrayList<>(node.origin());
        avps.add(Avp.of(AvpType.ORIGIN_STATE_ID, node.state()));
        send(request(DiameterMessage.DEVICE_WATCHDOG, avps), true);
    }

    /** Tells the peer that this end stops. Its answer ends the connection. */
    void leave() throws IOException {
        List<Avp> avps = new ArrayList<>(node.origin());
        avps.add(Avp.of(AvpType.DISCONNECT_CAUSE, REBOOTING));
        send(request(DiameterMessage.DISCONNECT_PEER, avps), true);
    }

    void cut() {
        try {
            socket.close();
        } catch (IOException closed) {
            LOG.debug("A Diameter connection was closed already", closed);
        }
    }

    private static DiameterMessage request(int command, List<Avp> avps) {
        return DiameterMessage.request(command, ThreadLocalRandom.current().nextInt(), avps);
    }

    /** A peer that does not read holds up its own connection and nobody who wants to end it. */
    private void send(DiameterMessage message, boolean now) throws IOException {
        try {
            if (!writing.tryLock(UNREAD.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("the peer does not read what it is sent");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
        try {
            out.write(message.bytes());
            if (now) {
                out.flush();
            }
        } finally {
            writing.unlock();
        }
    }
}
