package kz.legality.door.access.issuer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/**
 * Codes and tokens that were given out and have not expired. Spring's own service in memory keeps every one for ever.
 * Nothing is lost with it: a token proves itself, and a code that was on its way is asked for again.
 */
final class GrantsInMemory implements OAuth2AuthorizationService {
    private static final int GRANTS_MAX = 10_000;

    private final Cache<String, OAuth2Authorization> grants = Caffeine.newBuilder()
            .maximumSize(GRANTS_MAX)
            .expireAfterWrite(Clients.ACCESS_TOKEN_TTL)
            .build();

    @Override
    public void save(OAuth2Authorization grant) {
        grants.put(grant.getId(), grant);
    }

    @Override
    public void remove(OAuth2Authorization grant) {
        grants.invalidate(grant.getId());
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return grants.getIfPresent(id);
    }

    /** Looks through all: codes are exchanged by people, and machines' tokens are never looked up. */
    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        return grants.asMap().values().stream()
                .filter(grant -> isState(type)
                        ? token.equals(grant.<String>getAttribute(OAuth2ParameterNames.STATE))
                        : grant.getToken(token) != null)
                .findAny()
                .orElse(null);
    }

    private static boolean isState(@Nullable OAuth2TokenType type) {
        return type != null && OAuth2ParameterNames.STATE.equals(type.getValue());
    }
}
