package kz.legality.example;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import kz.legality.secrecy.Subject;

/** A fixed key for each subject, made of its name: for tests only. */
public final class Keys {
    private Keys() {}

    public static SecretKey of(Subject subject) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(subject.id().getBytes(StandardCharsets.UTF_8));
            return new SecretKeySpec(digest, "AES");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Map<Subject, SecretKey> of(Set<Subject> subjects) {
        return subjects.stream().collect(Collectors.toMap(Function.identity(), Keys::of));
    }
}
