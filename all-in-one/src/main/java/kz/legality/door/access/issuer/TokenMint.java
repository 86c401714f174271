package kz.legality.door.access.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import kz.legality.door.access.Claim;
import kz.legality.door.access.Role;

/**
 * Makes bearer tokens with the embedded issuer's key, without a server: whoever can read the key file is trusted by the
 * machine already. Starts no framework.
 */
public final class TokenMint {
    /** For whom every access token of this issuer is meant; a token without it, such as an ID token, opens nothing. */
    public static final String AUDIENCE = "legality-ledger";

    /** The longest a token may hold: nothing takes one back before it expires. */
    public static final Duration TTL_MAX = Duration.ofDays(366);

    static final String ROLES_CLAIM = "roles";

    private final RSAKey key;
    private final String issuer;
    private final Clock clock;

    private TokenMint(RSAKey key, String issuer, Clock clock) {
        this.key = key;
        this.issuer = issuer;
        this.clock = clock;
    }

    /**
     * Opens the mint of a data directory; makes the key if neither server nor command line did yet.
     *
     * @param issuerDir {@code <data>/issuer}
     * @param issuerUrl the issuer's address if none is kept there yet
     */
    public static TokenMint openOrCreate(Path issuerDir, String issuerUrl) {
        return openOrCreate(issuerDir, issuerUrl, Clock.systemUTC());
    }

    /** The same with {@link IssuerAddress#ASSUMED}. */
    public static TokenMint openOrCreate(Path issuerDir) {
        return openOrCreate(issuerDir, IssuerAddress.ASSUMED);
    }

    static TokenMint openOrCreate(Path issuerDir, String issuerUrl, Clock clock) {
        IssuerDirectory directory = IssuerDirectory.openOrCreate(issuerDir);
        return new TokenMint(
                SigningKey.openOrCreate(directory),
                IssuerAddress.openOrCreate(directory, issuerUrl).current(),
                clock);
    }

    /**
     * A signed token (JWT, RS256).
     *
     * @param claims by the names of {@link Claim}, and {@code sub} for another actor than {@code cli-<role>}
     * @param ttl how long it holds, above zero and at most {@link #TTL_MAX}
     * @throws IllegalArgumentException if a claim is none of these, or the time is out of bounds
     */
    public String mint(Role role, Map<String, String> claims, Duration ttl) {
        if (!ttl.isPositive() || ttl.compareTo(TTL_MAX) > 0) {
            throw new IllegalArgumentException("a token holds for at most " + TTL_MAX.toDays() + " days, and not 0");
        }
        Instant now = clock.instant();
        JWTClaimsSet.Builder body = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(AUDIENCE)
                .subject("cli-" + role.name().toLowerCase(Locale.ROOT))
                .claim(ROLES_CLAIM, List.of(role.name()))
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(now.plus(ttl)))
                .jwtID(UUID.randomUUID().toString());
        claims.forEach((name, value) -> {
            if (!name.equals("sub") && Claim.of(name).isEmpty()) {
                throw new IllegalArgumentException("a token has no claim '" + name + "'");
            }
            body.claim(name, value);
        });
        try {
            JWSHeader header = new JWSHeader.Builder(SigningKey.ALGORITHM)
                    .keyID(key.getKeyID())
                    .build();
            SignedJWT token = new SignedJWT(header, body.build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("the issuer's key does not sign", e);
        }
    }
}
