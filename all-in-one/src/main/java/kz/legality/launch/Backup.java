package kz.legality.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * A copy of a ledger, taken while it runs, and its return. A backup is a directory with a {@link BackupContents list of
 * its files and their SHA-256}, written last: a directory without that list is a copy that was not finished.
 *
 * <p>What can be made again from the events is not in it. What can not is: the events, the keys with the key that wraps
 * them, and what holds files of its own. Files that wait to be recorded are copied before the events, because a file
 * that is recorded meanwhile leaves the inbox, and so are the roots that were published, because the log that is made
 * again must come to all of them; all else after the events, because a key, a release or an operator's archived file is
 * older than the event that uses or names it.
 */
public final class Backup {
    private static final String UNFINISHED_BACKUP = "backup.unfinished";
    private static final String UNFINISHED_RESTORE = "restore.unfinished";

    /**
     * What was copied.
     *
     * @param position of the newest event that is surely in it; -1 where there was none
     */
    public record Report(String directory, long position, long files, long bytes) {}

    private Backup() {}

    /**
     * Copies the ledger into a directory that is empty or not there yet.
     *
     * @param progress hears bytes done and bytes in all
     * @throws IllegalArgumentException when the directory holds something, or lies inside the ledger's own
     */
    public static Report take(OpenLedger ledger, Path into, Clock clock, BiConsumer<Long, Long> progress) {
        Path target = into.toAbsolutePath().normalize();
        DataDirectory data = ledger.data();
        requireEmpty(target);
        if (target.startsWith(data.root())) {
            throw new IllegalArgumentException(
                    "a backup inside " + data.root() + " would be lost with it; name a directory elsewhere");
        }
        Path copy = data.root().resolve(UNFINISHED_BACKUP);
        try {
            FileTrees.delete(copy);
            Files.createDirectories(copy);
            copyPlain(data, data.inbox(), copy);
            copyPlain(data, data.publishedRoots(), copy);
            long position = ledger.queries().projections().headPosition();
            ledger.eventsCopy()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "the events are kept by an Axon Server, which is backed up by its own means"))
                    .copyTo(copy.resolve(data.events().getFileName()));
            Path keys = copy.resolve(data.keys().getFileName());
            ledger.keysCopy().copyTo(keys);
            Files.copy(data.kek(), keys.resolve(data.kek().getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            for (Path files : data.plainFiles()) {
                copyPlain(data, files, copy);
            }
            BackupContents contents = BackupContents.copied(copy, target, position, clock.instant(), progress);
            contents.write(target);
            return contents.report(target);
        } catch (IOException e) {
            throw new UncheckedIOException("the backup into " + target + " failed: " + e.getMessage(), e);
        } finally {
            FileTrees.deleteQuietly(copy);
        }
    }

    /**
     * Puts a backup into a directory that holds no ledger. A crash leaves no ledger there, and the next attempt begins
     * afresh.
     *
     * @throws IllegalArgumentException when there is a ledger already, or the backup is not whole
     */
    public static Report restore(Path backup, DataDirectory data, BiConsumer<Long, Long> progress) {
        if (data.holdsALedger()) {
            throw new IllegalArgumentException(
                    "a ledger is kept in " + data.root() + "; a backup returns to a directory that holds none");
        }
        Path source = backup.toAbsolutePath().normalize();
        BackupContents contents = BackupContents.read(source);
        Path copy = data.root().resolve(UNFINISHED_RESTORE);
        try {
            data.create();
            FileTrees.delete(copy);
            contents.restored(source, copy, progress);
            // The events last: by them a directory is known to hold a ledger.
            try (Stream<Path> parts = Files.list(copy)) {
                List<Path> eventsLast = parts.sorted((one, other) -> Boolean.compare(
                                one.getFileName().equals(data.events().getFileName()),
                                other.getFileName().equals(data.events().getFileName())))
                        .toList();
                for (Path part : eventsLast) {
                    Path place = data.root().resolve(part.getFileName());
                    FileTrees.delete(place);
                    Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
                }
            }
            return contents.report(source);
        } catch (IOException e) {
            throw new UncheckedIOException("the backup in " + source + " cannot be restored: " + e.getMessage(), e);
        } finally {
            FileTrees.deleteQuietly(copy);
        }
    }

    private static void copyPlain(DataDirectory data, Path files, Path copy) throws IOException {
        Path place = copy.resolve(data.root().relativize(files));
        if (Files.isDirectory(files)) {
            FileTrees.copy(files, place);
        } else if (Files.isRegularFile(files)) {
            Files.createDirectories(FileTrees.parentOf(place));
            Files.copy(files, place, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    private static void requireEmpty(Path target) {
        try (Stream<Path> inside = Files.list(target)) {
            if (inside.findAny().isPresent()) {
                throw new IllegalArgumentException(
                        target + " holds something already; name a directory that is empty or not there yet");
            }
        } catch (NoSuchFileException fine) {
            // It will be made.
        } catch (IOException e) {
            throw new UncheckedIOException(target + " cannot be used: " + e.getMessage(), e);
        }
    }
}
