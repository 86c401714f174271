package kz.legality.door.webhook;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

/**
 * Whether an address may be called: what stands in a setting must not reach what only this machine can reach. Looked at
 * before every call, since a name may lead elsewhere tomorrow.
 */
record WebhookAddress(boolean loopbackAllowed, boolean privateAllowed) {
    /** Thrown with the reason why an address is not called. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String why) {
            super(why);
        }
    }

    /** @throws Refused where it may not be called, or its name leads nowhere */
    void require(URI url) throws Refused {
        String host = url.getHost();
        if (host == null || url.getUserInfo() != null || url.getFragment() != null) {
            throw new Refused("an address is https://host[:port]/path, without a name or password in it");
        }
        boolean plain = "http".equalsIgnoreCase(url.getScheme());
        if (!plain && !"https".equalsIgnoreCase(url.getScheme())) {
            throw new Refused("only https is called");
        }
        for (InetAddress address : addresses(host)) {
            if (address.isLoopbackAddress()) {
                if (!loopbackAllowed) {
                    throw new Refused("it is this machine; ledger.webhooks.loopback-allowed says whether it may be");
                }
            } else if (plain) {
                throw new Refused("plain http is called on this machine only");
            } else if (isNowhere(address)) {
                throw new Refused(address.getHostAddress() + " is no address of an operator");
            } else if (isPrivate(address) && !privateAllowed) {
                throw new Refused(address.getHostAddress()
                        + " is of a private network; ledger.webhooks.private-allowed says whether it may be");
            }
        }
    }

    private static InetAddress[] addresses(String host) throws Refused {
        try {
            return InetAddress.getAllByName(host);
        } catch (UnknownHostException unknown) {
            throw new Refused("nothing is known by the name of " + host);
        }
    }

    /** Link-local addresses too: a cloud keeps the machine's own secrets there. */
    private static boolean isNowhere(InetAddress address) {
        return address.isAnyLocalAddress() || address.isMulticastAddress() || address.isLinkLocalAddress();
    }

    private static boolean isPrivate(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean uniqueLocal = address instanceof Inet6Address && (bytes[0] & 0xfe) == 0xfc;
        // 100.64.0.0/10 of RFC 6598 is behind a carrier's translation.
        boolean shared = bytes.length == 4 && (bytes[0] & 0xff) == 100 && (bytes[1] & 0xc0) == 64;
        boolean thisNetwork = bytes.length == 4 && bytes[0] == 0;
        return address.isSiteLocalAddress() || uniqueLocal || shared || thisNetwork;
    }
}
