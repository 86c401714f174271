package kz.legality.command.secrecy.rocksdb;

import java.util.BitSet;
import java.util.Collection;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import kz.legality.secrecy.Subject;

/**
 * Lets one caller at a time make or destroy the key of a subject, and callers about different subjects go on together, so
 * that the store can commit their writes as a group.
 */
final class SubjectLocks {
    private static final int STRIPES = 256;

    private final ReentrantLock[] locks =
            IntStream.range(0, STRIPES).mapToObj(i -> new ReentrantLock()).toArray(ReentrantLock[]::new);

    /** Takes the locks in one order, whatever the order of the subjects: two callers never wait for each other. */
    <T> T holding(Collection<Subject> subjects, Supplier<T> work) {
        BitSet stripes = new BitSet(STRIPES);
        subjects.forEach(subject -> stripes.set(Math.floorMod(subject.hashCode(), STRIPES)));
        stripes.stream().forEach(stripe -> locks[stripe].lock());
        try {
            return work.get();
        } finally {
            stripes.stream().forEach(stripe -> locks[stripe].unlock());
        }
    }
}
