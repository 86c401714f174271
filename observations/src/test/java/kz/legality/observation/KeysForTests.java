package kz.legality.observation;

import java.util.HashSet;
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

/** Keys that are told from the subject, so that another process has the same. */
final class KeysForTests implements SubjectKeys {
    private final Set<Subject> made = ConcurrentHashMap.newKeySet();
    private final Set<Subject> destroyed = new HashSet<>();

    @Override
    public Map<Subject, SecretKey> keysFor(Set<Subject> subjects) {
        subjects.stream().filter(destroyed::contains).findFirst().ifPresent(subject -> {
            throw new SubjectForgotten(subject);
        });
        made.addAll(subjects);
        return subjects.stream().collect(Collectors.toMap(Function.identity(), KeysForTests::keyOf));
    }

    @Override
    public Optional<SecretKey> find(Subject subject) {
        return made.contains(subject) && !destroyed.contains(subject) ? Optional.of(keyOf(subject)) : Optional.empty();
    }

    @Override
    public Pseudonyms pseudonyms() {
        return ArchiveUnderTest.PSEUDONYMS;
    }

    void destroy(Subject subject) {
        destroyed.add(subject);
    }

    private static SecretKey keyOf(Subject subject) {
        byte[] key = new byte[32];
        key[0] = (byte) subject.id().hashCode();
        return new SecretKeySpec(key, "AES");
    }
}
