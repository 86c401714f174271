package kz.legality.command.intake;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.HashSet;
import java.util.Set;
import kz.legality.identifier.FileHash;

/** Lets a file in when nobody else brings the same one. */
final class OneAtATime {
    private final Set<FileHash> inside = new HashSet<>();

    /** Work on one file. */
    interface Work<T> {
        T run() throws IOException;
    }

    <T> T with(FileHash file, Work<T> work) throws IOException {
        enter(file);
        try {
            return work.run();
        } finally {
            leave(file);
        }
    }

    private synchronized void enter(FileHash file) throws IOException {
        try {
            while (!inside.add(file)) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the intake was told to stop");
        }
    }

    private synchronized void leave(FileHash file) {
        inside.remove(file);
        notifyAll();
    }
}
