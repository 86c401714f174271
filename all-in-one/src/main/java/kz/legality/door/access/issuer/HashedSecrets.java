package kz.legality.door.access.issuer;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Secrets as they are compared: bcrypt, each hashed when its account is first asked for. To hash all of them at start
 * would make every start most of a second longer.
 */
final class HashedSecrets {
    private final PasswordEncoder encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();
    private final Map<String, String> hashes = new ConcurrentHashMap<>();

    String of(Account account) {
        return hashes.computeIfAbsent(account.name(), name -> encoder.encode(account.secret()));
    }
}
