package kz.legality.door.diameter;

import java.net.InetAddress;
import java.util.List;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * Who may connect.
 *
 * @param name what the log calls it
 * @param host its Origin-Host
 * @param realm its Origin-Realm
 * @param addresses from where it comes: addresses or networks (CIDR)
 */
public record DiameterPeer(String name, String host, String realm, List<IpAddressMatcher> addresses) {
    public DiameterPeer {
        addresses = List.copyOf(addresses);
    }

    boolean comesFrom(InetAddress address) {
        return addresses.stream().anyMatch(it -> it.matches(address.getHostAddress()));
    }

    boolean calls(String otherHost, String otherRealm) {
        return host.equalsIgnoreCase(otherHost) && realm.equalsIgnoreCase(otherRealm);
    }
}
