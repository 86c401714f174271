package kz.legality.door.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * From where a question comes: an IPv4 address, or the /64 of an IPv6 address, since a household is given that many.
 * {@code X-Forwarded-For} is believed only of a proxy that was named, and only its own last word: what stands before
 * it was written by whoever asked.
 */
final class AskingAddress {
    private static final int SUBNET_BYTES = 8;
    private static final String FORWARDED = "X-Forwarded-For";
    /** Only what cannot be taken for a name, so that nobody's header makes this server ask the DNS. */
    private static final Pattern LITERAL =
            Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private final List<IpAddressMatcher> proxies;

    /** @param trustedProxies addresses or CIDR, by comma */
    AskingAddress(String trustedProxies) {
        this.proxies = Arrays.stream(trustedProxies.split(",", -1))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .map(IpAddressMatcher::new)
                .toList();
    }

    /** Equal for the same asker. */
    String of(HttpServletRequest request) {
        String asker = request.getRemoteAddr();
        for (String hop : hopsFromTheNearest(request)) {
            if (!trusted(asker) || !LITERAL.matcher(hop).matches()) {
                break;
            }
            asker = hop;
        }
        return network(asker);
    }

    private List<String> hopsFromTheNearest(HttpServletRequest request) {
        if (proxies.isEmpty()) {
            return List.of();
        }
        List<String> hops = Collections.list(request.getHeaders(FORWARDED)).stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(String::strip)
                .toList();
        return hops.reversed();
    }

    private boolean trusted(String address) {
        return proxies.stream().anyMatch(proxy -> proxy.matches(address));
    }

    private static String network(String address) {
        if (!LITERAL.matcher(address).matches()) {
            return address;
        }
        try {
            InetAddress parsed = InetAddress.getByName(address);
            byte[] bytes = parsed.getAddress();
            int length = parsed instanceof Inet6Address ? SUBNET_BYTES : bytes.length;
            return HexFormat.of().formatHex(bytes, 0, length);
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
