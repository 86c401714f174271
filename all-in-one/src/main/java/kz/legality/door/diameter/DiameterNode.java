package kz.legality.door.diameter;

import java.time.Duration;
import java.util.List;

/**
 * Who answers, and whom.
 *
 * @param host its Origin-Host
 * @param realm its Origin-Realm
 * @param state Origin-State-Id: greater after every start
 * @param silence after which a peer is asked whether it is there (Tw of RFC 3539); after twice that it is not
 * @param peers who may connect
 */
public record DiameterNode(
        String host,
        String realm,
        int state,
        Duration silence,
        List<DiameterPeer> peers,
        DiameterApplication application) {
    static final String PRODUCT = "Legality Ledger";

    public DiameterNode {
        peers = List.copyOf(peers);
    }

    List<Avp> origin() {
        return List.of(Avp.of(AvpType.ORIGIN_HOST, host), Avp.of(AvpType.ORIGIN_REALM, realm));
    }
}
