package kz.legality.command.store.rocksdb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import kz.legality.command.store.CorruptStoreException;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.DBOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WALRecoveryMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opening a store is recovering it; there is no other way in.
 *
 * <p>A crash may cut the last write to the log short. That write was never acknowledged, and forgetting it is right. A byte that
 * flips in an acknowledged write looks the same to RocksDB: a log whose end cannot be read. Its recovery modes only choose which of
 * the two mistakes to make. {@code kTolerateCorruptedTailRecords} and {@code kPointInTimeRecovery} forget both and then delete the
 * log, evidence included; {@code kAbsoluteConsistency} refuses both. What tells them apart is how far the store had spoken: the
 * {@link kz.legality.command.store.AcknowledgedMark}.
 *
 * <p>So the store is first looked at, read-only, which changes no file: strictly, and if that fails up to the first unreadable
 * record. Only if what can be read covers everything acknowledged is it opened for writing, with the same prefix. In every other
 * case the directory is left untouched for repair. Where the mark itself cannot be read, only a log without any flaw will do.
 */
final class StoreOpening {
    private static final Logger LOG = LoggerFactory.getLogger(StoreOpening.class);
    private static final String POINTER_FILE = "CURRENT";

    private final Path directory;
    private final OptionalLong acknowledged;
    private final StoreOptions options;

    StoreOpening(Path directory, OptionalLong acknowledged, StoreOptions options) {
        this.directory = directory;
        this.acknowledged = acknowledged;
        this.options = options;
    }

    /**
     * @throws CorruptStoreException when anything acknowledged cannot be read, or cannot be known to be there
     */
    EventDatabase open() {
        LogFiles.neverRead(directory).ifPresent(what -> {
            throw new CorruptStoreException(directory, what);
        });
        if (Files.exists(directory.resolve(POINTER_FILE))) {
            look();
        } else {
            refuseToStartAfreshOverRemains();
        }
        List<ColumnFamilyDescriptor> families = families();
        List<ColumnFamilyHandle> handles = new ArrayList<>();
        try {
            // A crash in here leaves families created in part, or log records that are in files already: both are found
            // again
            // by the next look, which counts only events.
            DBOptions writing = options.database(WALRecoveryMode.PointInTimeRecovery)
                    .setCreateIfMissing(true)
                    .setCreateMissingColumnFamilies(true);
            RocksDB database = RocksDB.open(writing, directory.toString(), families, handles);
            return new EventDatabase(directory, options, database, handles);
        } catch (RocksDBException e) {
            throw new CorruptStoreException(directory, "it cannot be opened: " + e.getMessage(), e);
        }
    }

    private void look() {
        @Nullable String complaint = null;
        long readable;
        try {
            readable = count(WALRecoveryMode.AbsoluteConsistency);
        } catch (RocksDBException strict) {
            complaint = strict.getMessage();
            try {
                readable = count(WALRecoveryMode.PointInTimeRecovery);
            } catch (RocksDBException e) {
                throw new CorruptStoreException(directory, "it cannot be read: " + e.getMessage(), e);
            }
        }
        String said = complaint == null ? "" : " RocksDB says: " + complaint;
        if (acknowledged.isEmpty() && complaint != null) {
            throw new CorruptStoreException(
                    directory,
                    "its log is readable only up to event " + (readable - 1)
                            + ", and the mark that would tell whether more was acknowledged is unreadable." + said);
        }
        if (acknowledged.orElse(0) > readable) {
            throw new CorruptStoreException(
                    directory,
                    "events up to position " + (acknowledged.getAsLong() - 1)
                            + " were acknowledged, but the first that cannot be read is " + readable + "." + said);
        }
        if (acknowledged.isEmpty()) {
            LOG.warn(
                    "The mark of acknowledged events in {} is unreadable; the log is sound, so it is written anew",
                    directory);
        }
        if (complaint != null) {
            LOG.info(
                    "The last write to {} was cut short before anyone was told of it; it is forgotten.{}",
                    directory,
                    said);
        }
    }

    /** How many events can be read, changing nothing. */
    private long count(WALRecoveryMode recovery) throws RocksDBException {
        List<ColumnFamilyDescriptor> present = new ArrayList<>();
        List<ColumnFamilyHandle> handles = new ArrayList<>();
        int events = -1;
        try (Options listing = new Options()) {
            for (byte[] name : RocksDB.listColumnFamilies(listing, directory.toString())) {
                if (new String(name, StandardCharsets.UTF_8).equals(EventDatabase.EVENTS)) {
                    events = present.size();
                }
                present.add(new ColumnFamilyDescriptor(name, options.small()));
            }
        }
        if (events < 0) {
            return 0;
        }
        try (RocksDB database =
                RocksDB.openReadOnly(options.database(recovery), directory.toString(), present, handles)) {
            try (RocksIterator last = database.newIterator(handles.get(events))) {
                last.seekToLast();
                last.status();
                return last.isValid() ? Keys.position(last.key()) + 1 : 0;
            } finally {
                handles.forEach(ColumnFamilyHandle::close);
            }
        }
    }

    /** Without its pointer file RocksDB would begin an empty store over the remains of a full one. */
    private void refuseToStartAfreshOverRemains() {
        if (acknowledged.orElse(0) > 0) {
            throw new CorruptStoreException(
                    directory,
                    "events up to position " + (acknowledged.getAsLong() - 1) + " were acknowledged, but its file "
                            + POINTER_FILE + " is gone");
        }
        try (Stream<Path> files = Files.list(directory)) {
            files.filter(StoreOpening::holdsData).findFirst().ifPresent(file -> {
                throw new CorruptStoreException(
                        directory, "it holds " + file.getFileName() + ", but its file " + POINTER_FILE + " is gone");
            });
        } catch (IOException e) {
            throw new UncheckedIOException("The event store in " + directory + " cannot be listed", e);
        }
    }

    private static boolean holdsData(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(".sst") || (name.endsWith(".log") && file.toFile().length() > 0);
    }

    private List<ColumnFamilyDescriptor> families() {
        return List.of(
                new ColumnFamilyDescriptor(RocksDB.DEFAULT_COLUMN_FAMILY, options.small()),
                family(EventDatabase.EVENTS, options.events()),
                family(EventDatabase.STREAMS, options.streams()),
                family(EventDatabase.TIMES, options.small()),
                family(EventDatabase.SNAPSHOTS, options.small()));
    }

    private static ColumnFamilyDescriptor family(String name, ColumnFamilyOptions options) {
        return new ColumnFamilyDescriptor(name.getBytes(StandardCharsets.UTF_8), options);
    }
}
