package kz.legality.door.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * Reads the caller out of a token that holds. A role or claim this ledger does not know is passed over: an organisation's
 * issuer writes for others too.
 */
final class TokenReader implements Converter<Jwt, AbstractAuthenticationToken> {
    private final List<String> rolesPath;

    /** @param rolesClaim where the roles stand; a dot leads into an object, as in {@code realm_access.roles} */
    TokenReader(String rolesClaim) {
        this.rolesPath = List.of(rolesClaim.split("\\.", -1));
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String written : texts(at(token.getClaims()))) {
            Role.of(written).ifPresent(roles::add);
        }
        Map<Claim, String> claims = new EnumMap<>(Claim.class);
        for (Claim claim : Claim.values()) {
            if (token.getClaims().get(claim.written()) instanceof String value && !value.isBlank()) {
                claims.put(claim, value);
            }
        }
        Caller caller = new Caller(Objects.requireNonNullElse(token.getSubject(), "unnamed"), roles, claims);
        List<GrantedAuthority> authorities = new ArrayList<>(Authorities.of(caller.roles()));
        for (String scope : texts(token.getClaims().get("scope"))) {
            authorities.add(Authorities.ofScope(scope));
        }
        return new JwtAuthenticationToken(token, caller, authorities);
    }

    private @Nullable Object at(Map<String, Object> claims) {
        Object found = claims;
        for (String step : rolesPath) {
            found = found instanceof Map<?, ?> object ? object.get(step) : null;
        }
        return found;
    }

    /** A list of texts, or one text with blanks between. */
    private static List<String> texts(@Nullable Object claim) {
        if (claim instanceof Collection<?> many) {
            return many.stream().map(String::valueOf).toList();
        }
        return claim instanceof String one ? List.of(one.strip().split("\\s+", -1)) : List.of();
    }
}
