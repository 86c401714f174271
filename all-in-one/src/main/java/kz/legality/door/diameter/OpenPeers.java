package kz.legality.door.diameter;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The peers that are connected, each once. */
final class OpenPeers {
    private static final Logger LOG = LoggerFactory.getLogger(OpenPeers.class);

    private final ConcurrentHashMap<String, DiameterConnection> connections = new ConcurrentHashMap<>();

    /**
     * False where the peer is connected already (RFC 6733, section 5.6: R-Reject). The other connection is asked whether
     * it lives: of a peer that fell and came back it does not, and the peer is let in when it tries again.
     */
    boolean add(DiameterPeer peer, DiameterConnection connection) {
        DiameterConnection other = connections.putIfAbsent(peer.name(), connection);
        if (other == null) {
            return true;
        }
        try {
            other.probe();
        } catch (IOException dead) {
            LOG.debug("Diameter peer {} has left a dead connection", peer.name(), dead);
            other.cut();
        }
        return false;
    }

    boolean remove(DiameterPeer peer, DiameterConnection connection) {
        return connections.remove(peer.name(), connection);
    }

    Collection<DiameterConnection> all() {
        return List.copyOf(connections.values());
    }
}
