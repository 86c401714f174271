package kz.legality.door.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/**
 * Remembers for a minute which tokens were verified: reading one and checking its RSA signature was a quarter of what a
 * history cost. Whether a token has run out is asked at every call. A key that is trusted no more still opens doors that
 * long to tokens shown lately, and twice as long at the equipment check, which remembers whom it let in.
 */
public final class VerifiedTokens implements JwtDecoder {
    public static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int TOKENS_MAX = 1_000;

    private final JwtDecoder decoder;
    private final JwtTimestampValidator timely;
    private final Cache<String, Jwt> verified;

    /**
     * @param decoder verifies a token that was not shown lately
     * @param timely judges one that was
     */
    VerifiedTokens(JwtDecoder decoder, JwtTimestampValidator timely, Ticker clock) {
        this.decoder = decoder;
        this.timely = timely;
        this.verified = Caffeine.newBuilder()
                .maximumSize(TOKENS_MAX)
                .expireAfterWrite(REMEMBERED)
                .ticker(clock)
                .build();
    }

    @Override
    public Jwt decode(String token) {
        Jwt known = verified.getIfPresent(token);
        if (known == null) {
            Jwt fresh = decoder.decode(token);
            verified.put(token, fresh);
            return fresh;
        }
        OAuth2TokenValidatorResult result = timely.validate(known);
        if (result.hasErrors()) {
            throw new JwtValidationException("the token does not hold any more", result.getErrors());
        }
        return known;
    }
}
