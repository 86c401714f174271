package kz.legality.door.access.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.text.ParseException;
import java.util.Optional;

/**
 * The issuer's key, in the file {@code key.json} as a JWK (RFC 7517). RSA with 2048 bits and not an elliptic curve: a
 * token is signed once and checked at every call, and RSA checks several times faster.
 */
final class SigningKey {
    static final JWSAlgorithm ALGORITHM = JWSAlgorithm.RS256;
    private static final String FILE = "key.json";
    private static final int KEY_BITS = 2048;

    private SigningKey() {}

    /** The key that is kept, or a fresh one that is kept from now on. */
    static RSAKey openOrCreate(IssuerDirectory directory) {
        String kept = directory.settle(FILE, stands -> Optional.of(stands.orElseGet(SigningKey::fresh)));
        try {
            return RSAKey.parse(kept);
        } catch (ParseException e) {
            throw new IllegalStateException("the issuer's " + FILE + " is not an RSA key as a JWK", e);
        }
    }

    private static String fresh() {
        try {
            return new RSAKeyGenerator(KEY_BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(ALGORITHM)
                    .keyIDFromThumbprint(true)
                    .generate()
                    .toJSONString();
        } catch (JOSEException e) {
            throw new IllegalStateException("this Java makes no RSA keys", e);
        }
    }
}
