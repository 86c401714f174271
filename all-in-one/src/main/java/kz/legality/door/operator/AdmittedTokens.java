package kz.legality.door.operator;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Instant;
import kz.legality.door.access.VerifiedTokens;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tokens that were let in to the equipment check within the last minute and hold still. Verifying a signature costs ten
 * times the answer, so a token that is recognised passes all that would do it.
 */
@Component
class AdmittedTokens {
    private static final int TOKENS_MAX = 10_000;

    private final Cache<String, Instant> expiries = Caffeine.newBuilder()
            .maximumSize(TOKENS_MAX)
            .expireAfterWrite(VerifiedTokens.REMEMBERED)
            .build();
    private final Clock clock = Clock.systemUTC();

    /** @param authorization the header as it was sent */
    void admit(String authorization, Instant expiresAt) {
        expiries.put(authorization, expiresAt);
    }

    boolean knows(@Nullable String authorization) {
        if (authorization == null) {
            return false;
        }
        Instant expiry = expiries.getIfPresent(authorization);
        return expiry != null && clock.instant().isBefore(expiry);
    }
}
