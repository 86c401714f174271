package kz.legality.command.secrecy.rocksdb;

import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.SecretKey;
import kz.legality.secrecy.Subject;
import org.jspecify.annotations.Nullable;

/** The keys asked for last, unwrapped. Takes some 15 MB when it is full. */
final class RecentKeys {
    private static final int SUBJECTS_MAX = 50_000;

    private final Map<Subject, SecretKey> keys = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Subject, SecretKey> eldest) {
            return size() > SUBJECTS_MAX;
        }
    };

    synchronized @Nullable SecretKey get(Subject subject) {
        return keys.get(subject);
    }

    synchronized void put(Map<Subject, SecretKey> read) {
        keys.putAll(read);
    }

    synchronized void forget(Subject subject) {
        keys.remove(subject);
    }
}
