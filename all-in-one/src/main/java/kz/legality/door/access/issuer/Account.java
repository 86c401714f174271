package kz.legality.door.access.issuer;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Map;
import kz.legality.door.access.Caller;
import kz.legality.door.access.Role;

/**
 * A client or a login of the embedded issuer, as it stands in {@code clients.json} or {@code logins.json}.
 *
 * @param name of the client or login
 * @param secret readable: these files are for the owner of the data directory, who holds the signing key too
 * @param role what tokens and sessions of this account may do
 * @param claims as in {@link kz.legality.door.access.Claim}
 */
@JsonPropertyOrder({"name", "secret", "role", "claims"})
public record Account(String name, String secret, Role role, Map<String, String> claims) {
    public Account {
        claims = Map.copyOf(claims);
    }

    Caller caller() {
        return Caller.of(name, role, claims);
    }

    /** Without the secret, for logs. */
    @Override
    public String toString() {
        return "Account[" + name + ", " + role + "]";
    }
}
