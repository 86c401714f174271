package kz.legality.door.operator;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import kz.legality.door.diameter.DiameterPeer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * A port on which 4G cores ask by Diameter, properties {@code ledger.network.s13.*}.
 *
 * @param host the ledger's Diameter identity (Origin-Host)
 * @param realm its realm
 * @param port its number
 * @param address where it listens; else where the server does
 * @param peers who may connect, by a name for the log; where nobody may there is no such port
 */
@ConfigurationProperties("ledger.network.s13")
record S13Settings(
        @DefaultValue("") String host,
        @DefaultValue("") String realm,
        @DefaultValue("3868") int port,
        @Nullable String address,
        @DefaultValue Map<String, Peer> peers) {
    private static final Pattern IDENTITY =
            Pattern.compile("[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9-]+)*");

    S13Settings {
        if (!peers.isEmpty()) {
            requireIdentity("host", host);
            requireIdentity("realm", realm);
        }
    }

    /**
     * One peer.
     *
     * @param host its Origin-Host
     * @param realm its Origin-Realm
     * @param addresses from where it comes: addresses or networks (CIDR)
     */
    record Peer(
            @DefaultValue("") String host,
            @DefaultValue("") String realm,
            @DefaultValue List<String> addresses) {
        Peer {
            requireIdentity("peers.*.host", host);
            requireIdentity("peers.*.realm", realm);
            if (addresses.isEmpty()) {
                throw new IllegalArgumentException(
                        "ledger.network.s13.peers.*.addresses: " + host + " comes from none");
            }
        }
    }

    private static void requireIdentity(String setting, String identity) {
        if (!IDENTITY.matcher(identity).matches()) {
            throw new IllegalArgumentException("ledger.network.s13." + setting + ": '" + identity
                    + "' is no Diameter identity; it is a full name as of a host");
        }
    }

    boolean isOpen() {
        return !peers.isEmpty();
    }

    List<DiameterPeer> admitted() {
        return peers.entrySet().stream()
                .map(it -> new DiameterPeer(
                        it.getKey(),
                        it.getValue().host(),
                        it.getValue().realm(),
                        it.getValue().addresses().stream()
                                .map(IpAddressMatcher::new)
                                .toList()))
                .toList();
    }
}
