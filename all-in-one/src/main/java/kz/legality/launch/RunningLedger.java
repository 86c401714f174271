package kz.legality.launch;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/**
 * The note a running ledger leaves in its data directory, so that the command line finds it.
 *
 * @param address such as {@code http://127.0.0.1:8080}
 */
public record RunningLedger(long pid, String address) {
    /** Of a process with this number: in a container every one has the same. Absent where the system does not say. */
    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("");
    }

    /** Written whole or not at all: a reader never sees half a note. */
    public void announce(DataDirectory data) {
        Properties note = new Properties();
        note.setProperty("pid", Long.toString(pid));
        note.setProperty(
                "started", ProcessHandle.of(pid).map(RunningLedger::startOf).orElse(""));
        note.setProperty("address", address);
        Path unfinished = data.root().resolve("running.properties.new");
        try {
            try (Writer writer = Files.newBufferedWriter(unfinished)) {
                note.store(writer, "who runs on this directory");
            }
            Files.move(
                    unfinished,
                    data.runningNote(),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot leave a note in " + data.root(), e);
        }
    }

    /** A note whose process is gone, as after a crash, counts as none; so does one whose process number went to another. */
    public static Optional<RunningLedger> on(DataDirectory data) {
        if (!Files.exists(data.runningNote())) {
            return Optional.empty();
        }
        Properties note = new Properties();
        try (Reader reader = Files.newBufferedReader(data.runningNote())) {
            note.load(reader);
        } catch (IOException e) {
            return Optional.empty();
        }
        long pid = Long.parseLong(note.getProperty("pid", "0"));
        String started = note.getProperty("started", "");
        String address = note.getProperty("address", "");
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> started.equals(startOf(process)))
                .map(alive -> new RunningLedger(pid, address));
    }

    public void withdraw(DataDirectory data) {
        try {
            Files.deleteIfExists(data.runningNote());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot take the note back from " + data.root(), e);
        }
    }
}
