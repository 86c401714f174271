package kz.legality.door.diameter;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/** Whether a peer is let in, by what its Capabilities-Exchange-Request says and the address it comes from. */
final class Capabilities {
    private static final int RELAY = 0xFFFF_FFFF;
    private static final int NO_INBAND_SECURITY = 0;
    /** The ledger is nobody's product with an enterprise number; 0 says so. */
    private static final int NO_VENDOR = 0;

    private final DiameterNode node;

    Capabilities(DiameterNode node) {
        this.node = node;
    }

    DiameterPeer admitted(Avps asked, InetAddress from) throws DiameterRefusal {
        String host = asked.required(Avp.of(AvpType.ORIGIN_HOST, "")).text();
        String realm = asked.required(Avp.of(AvpType.ORIGIN_REALM, "")).text();
        DiameterPeer peer = node.peers().stream()
                .filter(it -> it.calls(host, realm) && it.comesFrom(from))
                .findFirst()
                .orElseThrow(() -> DiameterRefusal.of(
                        ResultCode.UNKNOWN_PEER, "no peer of that name comes from that address here"));
        if (!sharesApplication(asked)) {
            throw DiameterRefusal.of(ResultCode.NO_COMMON_APPLICATION, "S13 is all that is spoken here");
        }
        List<Avp> security = asked.every(AvpType.INBAND_SECURITY_ID);
        boolean clear = security.isEmpty();
        for (Avp one : security) {
            clear |= one.number() == NO_INBAND_SECURITY;
        }
        if (!clear) {
            throw DiameterRefusal.of(ResultCode.NO_COMMON_SECURITY, "TLS is not agreed on in the connection here");
        }
        return peer;
    }

    private boolean sharesApplication(Avps asked) throws DiameterRefusal {
        List<Avp> named = new ArrayList<>(asked.every(AvpType.AUTH_APPLICATION_ID));
        for (Avp group : asked.every(AvpType.VENDOR_SPECIFIC_APPLICATION_ID)) {
            named.addAll(new Avps(group.parts()).every(AvpType.AUTH_APPLICATION_ID));
        }
        for (Avp one : named) {
            if (one.number() == node.application().id() || one.number() == RELAY) {
                return true;
            }
        }
        return false;
    }

    List<Avp> own(InetAddress here) {
        DiameterApplication application = node.application();
        return List.of(
                Avp.of(AvpType.HOST_IP_ADDRESS, here),
                Avp.of(AvpType.VENDOR_ID, NO_VENDOR),
                Avp.of(AvpType.PRODUCT_NAME, DiameterNode.PRODUCT),
                Avp.of(AvpType.ORIGIN_STATE_ID, node.state()),
                Avp.of(AvpType.SUPPORTED_VENDOR_ID, application.vendor()),
                Avp.of(
                        AvpType.VENDOR_SPECIFIC_APPLICATION_ID,
                        Avp.of(AvpType.VENDOR_ID, application.vendor()),
                        Avp.of(AvpType.AUTH_APPLICATION_ID, application.id())));
    }
}
