package kz.legality.command.secrecy.rocksdb;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.SecretKey;
import kz.legality.command.secrecy.rocksdb.KeyRecord.Destroyed;
import kz.legality.command.secrecy.rocksdb.KeyRecord.Held;
import kz.legality.command.store.LiveCopy;
import kz.legality.secrecy.Pseudonyms;
import kz.legality.secrecy.Subject;
import kz.legality.secrecy.SubjectForgotten;
import kz.legality.secrecy.SubjectKeys;

/**
 * The key store of an embedded ledger: each subject's AES-256 key, and the key of the pseudonyms, wrapped by a
 * key-encryption key (KEK) that lies in a file of its own. Safe for many threads; one process at a time.
 *
 * <p>Nothing of it is in the event store. Losing the KEK or this store is forgetting everybody; restoring an old copy of
 * it brings back who was forgotten since, so backups of it have their own, short life.
 */
public final class RocksSubjectKeys implements SubjectKeys, LiveCopy, AutoCloseable {
    private static final String AES = "AES";
    private static final String PSEUDONYM_KEY = "pseudonym-key";
    private static final String SCRUBBING = "scrubbing";

    /** When and on what legal basis a key was destroyed. */
    public record Destruction(Instant at, String basis) {}

    private final KekFile kekFile;
    private final KeyDatabase database;
    private final KeyWrap wrap;
    private final Pseudonyms pseudonyms;
    private final RecentKeys recent = new RecentKeys();
    private final SubjectLocks locks = new SubjectLocks();

    /**
     * Opens the store, or makes it and the KEK when neither is there yet.
     *
     * @param kek may lie outside the directory, such as on a volume of secrets
     * @throws KeysUnavailable when another process has it open, or the KEK is missing or another one
     */
    public static RocksSubjectKeys open(Path directory, Path kek) {
        // Opened first: its lock keeps two first starters from making two KEKs.
        KeyDatabase database = new KeyDatabase(directory);
        try {
            return new RocksSubjectKeys(directory, new KekFile(kek), database);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private RocksSubjectKeys(Path directory, KekFile kekFile, KeyDatabase database) {
        this.kekFile = kekFile;
        this.database = database;
        Optional<byte[]> wrappedPseudonymKey = database.get(PSEUDONYM_KEY);
        if (wrappedPseudonymKey.isPresent() && !kekFile.exists()) {
            throw new KeysUnavailable("the keys in " + directory + " are wrapped by the key-encryption key "
                    + kekFile.path() + ", which is missing: put it back");
        }
        this.wrap = new KeyWrap(kekFile.exists() ? kekFile.read() : kekFile.create());
        this.pseudonyms = new Pseudonyms(pseudonymKey(wrappedPseudonymKey));
        finishScrubbing();
    }

    @Override
    public Map<Subject, SecretKey> keysFor(Set<Subject> subjects) {
        Map<Subject, SecretKey> keys = new HashMap<>();
        List<Subject> missing = new ArrayList<>();
        for (Subject subject : subjects) {
            SecretKey key = recent.get(subject);
            if (key == null) {
                missing.add(subject);
            } else {
                keys.put(subject, key);
            }
        }
        if (!missing.isEmpty()) {
            keys.putAll(locks.holding(missing, () -> readOrMade(missing)));
        }
        return keys;
    }

    @Override
    public Optional<SecretKey> find(Subject subject) {
        SecretKey key = recent.get(subject);
        return key != null ? Optional.of(key) : wrappedKeyOf(subject).map(held -> unwrapped(held, subject));
    }

    /** The wrapped keys; the KEK is a file of its own, and whoever copies it too holds what opens every field. */
    @Override
    public void copyTo(Path directory) {
        database.copyTo(directory);
    }

    @Override
    public Pseudonyms pseudonyms() {
        return pseudonyms;
    }

    /**
     * Destroys the subject's key for good: what was sealed under it is unreadable from now on, in every copy of the
     * ledger. A subject that had no key is refused one from now on. Repeated, it changes nothing.
     *
     * @param basis the legal basis, such as an order's number; must not name the person
     */
    public void destroy(Subject subject, String basis, Instant at) {
        locks.holding(List.of(subject), () -> {
            if (destructionOf(subject).isEmpty()) {
                overwrite(subject, new Destruction(at, basis));
            }
            return subject;
        });
    }

    /** Of the subject's key, if it was destroyed. */
    public Optional<Destruction> destructionOf(Subject subject) {
        return record(subject)
                .filter(Destroyed.class::isInstance)
                .map(Destroyed.class::cast)
                .map(Destroyed::destruction);
    }

    @Override
    public void close() {
        database.close();
    }

    private Map<Subject, SecretKey> readOrMade(List<Subject> subjects) {
        List<Optional<byte[]>> records =
                database.getAll(subjects.stream().map(Subject::id).toList());
        Map<Subject, SecretKey> keys = new HashMap<>();
        Map<String, byte[]> made = new HashMap<>();
        for (int i = 0; i < subjects.size(); i++) {
            Subject subject = subjects.get(i);
            Optional<byte[]> bytes = records.get(i);
            if (bytes.isPresent()) {
                keys.put(subject, keyIn(KeyRecord.of(bytes.get()), subject));
            } else {
                KeyWrap.Fresh fresh = wrap.fresh(subject.id(), AES);
                keys.put(subject, fresh.key());
                made.put(subject.id(), new Held(fresh.wrapped()).bytes());
            }
        }
        if (!made.isEmpty()) {
            // Durable before anything is sealed under them: a crash after this leaves keys that nothing uses, never an
            // event that nobody can read.
            database.put(made);
        }
        recent.put(keys);
        return keys;
    }

    private SecretKey keyIn(KeyRecord found, Subject subject) {
        return switch (found) {
            case Held held -> unwrapped(held, subject);
            case Destroyed destroyed -> throw new SubjectForgotten(subject);
        };
    }

    /** One at a time, since there is one note. */
    private synchronized void overwrite(Subject subject, Destruction destruction) {
        database.put(Map.of(
                subject.id(),
                new Destroyed(destruction).bytes(),
                SCRUBBING,
                subject.id().getBytes(StandardCharsets.UTF_8)));
        recent.forget(subject);
        // A crash here leaves the wrapped key, out of reach, in the store's files; the next start finds the note.
        finishScrubbing();
    }

    /** The store writes beside what it overwrites: until its files are rewritten the old key can be dug out of them. */
    private synchronized void finishScrubbing() {
        database.get(SCRUBBING).ifPresent(name -> {
            database.scrub(new String(name, StandardCharsets.UTF_8));
            database.delete(SCRUBBING);
        });
    }

    private Optional<Held> wrappedKeyOf(Subject subject) {
        return record(subject).filter(Held.class::isInstance).map(Held.class::cast);
    }

    private Optional<KeyRecord> record(Subject subject) {
        return database.get(subject.id()).map(KeyRecord::of);
    }

    private SecretKey unwrapped(Held held, Subject subject) {
        return wrap.unwrap(held.wrapped(), subject.id(), AES)
                .orElseThrow(() -> new KeysUnavailable("the key of subject " + subject.id() + " does not open under "
                        + kekFile.path() + ": it was changed, or wrapped by another key-encryption key"));
    }

    private SecretKey pseudonymKey(Optional<byte[]> wrapped) {
        if (wrapped.isEmpty()) {
            KeyWrap.Fresh fresh = wrap.fresh(PSEUDONYM_KEY, "HmacSHA256");
            database.put(Map.of(PSEUDONYM_KEY, fresh.wrapped()));
            return fresh.key();
        }
        return wrap.unwrap(wrapped.get(), PSEUDONYM_KEY, "HmacSHA256")
                .orElseThrow(() -> new KeysUnavailable(
                        "the key-encryption key " + kekFile.path() + " is not the one these keys were wrapped by"));
    }
}
