package kz.legality.secrecy;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.SecretKey;

/** The key store: one AES-256 key per subject, kept apart from the events they seal. */
public interface SubjectKeys {
    /**
     * The keys of these subjects, made where there was none. When this returns they are durable: an event sealed under
     * them can always be opened again until they are destroyed.
     *
     * @throws SubjectForgotten when one of them was destroyed: nothing new is ever sealed for a forgotten subject
     */
    Map<Subject, SecretKey> keysFor(Set<Subject> subjects);

    /** The key of this subject, unless there is none or it was destroyed. */
    Optional<SecretKey> find(Subject subject);

    Pseudonyms pseudonyms();
}
