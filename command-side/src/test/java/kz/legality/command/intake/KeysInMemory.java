package kz.legality.command.intake;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import kz.legality.secrecy.Pseudonyms;
import kz.legality.secrecy.Subject;
import kz.legality.secrecy.SubjectForgotten;
import kz.legality.secrecy.SubjectKeys;

/** Keys that are the same in every run, so that two ledgers of one test can be compared. */
final class KeysInMemory implements SubjectKeys {
    private final Map<Subject, SecretKey> keys = new ConcurrentHashMap<>();
    private final Set<Subject> forgotten = ConcurrentHashMap.newKeySet();
    private final Pseudonyms pseudonyms = new Pseudonyms(key("pseudonyms", "HmacSHA256"));

    void forget(Subject subject) {
        keys.remove(subject);
        forgotten.add(subject);
    }

    @Override
    public Map<Subject, SecretKey> keysFor(Set<Subject> subjects) {
        subjects.stream().filter(forgotten::contains).findFirst().ifPresent(it -> {
            throw new SubjectForgotten(it);
        });
        return subjects.stream()
                .collect(Collectors.toMap(
                        Function.identity(), it -> keys.computeIfAbsent(it, subject -> key(subject.id(), "AES"))));
    }

    @Override
    public Optional<SecretKey> find(Subject subject) {
        return Optional.ofNullable(keys.get(subject));
    }

    @Override
    public Pseudonyms pseudonyms() {
        return pseudonyms;
    }

    private static SecretKey key(String seed, String algorithm) {
        byte[] bytes = new byte[32];
        for (int i = 0; i < seed.length(); i++) {
            bytes[i % 32] = (byte) (bytes[i % 32] * 31 + seed.charAt(i));
        }
        return new SecretKeySpec(bytes, algorithm);
    }
}
