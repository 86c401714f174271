package kz.legality.door.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidationException;

class VerifiedTokensTest {
    private static final Instant ISSUED = Instant.parse("2026-11-28T08:00:00Z");
    private static final Duration LIFE = Duration.ofSeconds(30);

    private final AtomicInteger asked = new AtomicInteger();
    private long nanos;

    @Test
    void the_issuers_key_is_asked_once_a_minute() {
        VerifiedTokens tokens = tokens(this::good, ISSUED);
        assertThat(tokens.decode("a")).isSameAs(tokens.decode("a"));
        tokens.decode("b");
        assertThat(asked).hasValue(2);

        nanos += VerifiedTokens.REMEMBERED.toNanos();
        tokens.decode("a");
        assertThat(asked).hasValue(3);
    }

    @Test
    void a_remembered_token_that_has_run_out_is_refused() {
        VerifiedTokens tokens = tokens(this::good, ISSUED.plus(LIFE).plusSeconds(1));
        tokens.decode("a");
        assertThatExceptionOfType(JwtValidationException.class).isThrownBy(() -> tokens.decode("a"));
    }

    @Test
    void a_token_that_was_refused_is_not_remembered() {
        VerifiedTokens tokens = tokens(
                token -> {
                    asked.incrementAndGet();
                    throw new BadJwtException("signed by a stranger");
                },
                ISSUED);
        for (int time = 1; time <= 2; time++) {
            assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> tokens.decode("a"));
            assertThat(asked).hasValue(time);
        }
    }

    private VerifiedTokens tokens(JwtDecoder decoder, Instant now) {
        JwtTimestampValidator timely = new JwtTimestampValidator(Duration.ZERO);
        timely.setClock(Clock.fixed(now, ZoneOffset.UTC));
        return new VerifiedTokens(decoder, timely, () -> nanos);
    }

    private Jwt good(String token) {
        asked.incrementAndGet();
        return Jwt.withTokenValue(token)
                .header("alg", "RS256")
                .subject("auditor")
                .issuedAt(ISSUED)
                .expiresAt(ISSUED.plus(LIFE))
                .build();
    }
}
