package kz.legality.observation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.legality.device.DeviceEvent.Fact;
import kz.legality.identifier.FileHash;
import kz.legality.policy.ListTerms;
import kz.legality.policy.Policy;
import kz.legality.secrecy.Subject;
import kz.legality.secrecy.SubjectKeys;
import kz.legality.sourcefile.FileKind;

/**
 * The archive of what operators saw. Its files are immutable and stand in the ledger by their SHA-256; its database holds
 * nothing that cannot be made again. Safe for many threads, one of which it serves at a time.
 */
public final class ObservationArchive implements AutoCloseable {
    private final Path files;
    private final Period retention;
    private final ListTerms.Received lists;
    private final Database database;
    private final LedgerTables tables;
    private final Importing importing;
    private final Detecting detecting;

    private ObservationArchive(
            Path files, Database database, Policy policy, SubjectKeys keys, Path staging, long rowsInAStretch) {
        MonthKeys months = new MonthKeys(keys, database);
        ArchiveTerms terms = ArchiveTerms.of(policy);
        this.files = files;
        this.retention = terms.subscriberRetention();
        this.lists = terms.lists();
        this.database = database;
        KeptViews views = new KeptViews(database);
        this.tables = new LedgerTables(database, policy, months, files, views);
        this.importing = new Importing(database, terms, months, files, staging);
        this.detecting = new Detecting(
                database,
                policy,
                terms,
                keys.pseudonyms(),
                views,
                new OpenArchive(database, terms, months, files, rowsInAStretch));
    }

    /**
     * Opens it, or makes it. What a crash left half-written goes: it may hold rows in the clear.
     *
     * @param folder of its own within the data directory
     * @param keys a key for each month's files, and the key of pseudonyms
     */
    public static ObservationArchive open(Path folder, Policy policy, SubjectKeys keys) {
        return open(folder, policy, keys, OpenArchive.ROWS_IN_A_STRETCH);
    }

    static ObservationArchive open(Path folder, Policy policy, SubjectKeys keys, long rowsInAStretch) {
        Path files = folder.resolve("archive");
        Path staging = folder.resolve("staging");
        try {
            Files.createDirectories(files);
            Files.createDirectories(staging);
            try (Stream<Path> left = Files.list(staging)) {
                for (Path each : left.toList()) {
                    Files.delete(each);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the archive's folder " + folder + " cannot be made", e);
        }
        Database database = Database.open(folder.resolve("detecting.duckdb"), staging);
        return new ObservationArchive(files, database, policy, keys, staging, rowsInAStretch);
    }

    /** The last position of the ledger that it knows; -1 before the first. */
    public synchronized long followedTo() {
        return tables.position();
    }

    /**
     * Takes note of what was recorded since.
     *
     * @param words the ledger's events after {@link #followedTo}, in order
     */
    public synchronized void follow(Iterator<StoredWord> words) {
        tables.follow(words);
    }

    /**
     * Puts an operator's file into the archive; nothing counts before an event names its parts.
     *
     * @param name as its sender calls it: it says whose file it is and which days it covers
     * @param today after which no file may reach
     * @throws ObservationsRefused when the file as a whole cannot be taken
     */
    public synchronized Imported take(FileHash file, String name, Path sent, LocalDate today)
            throws IOException, ObservationsRefused {
        OperatorFileName named = OperatorFileName.of(name);
        named.requirePastBy(today);
        return importing.take(file, named, sent);
    }

    /** What an archived file proves about the devices in it. The ledger must have been followed past its event. */
    public synchronized List<Fact> factsAfterObservations(FileHash file) {
        return detecting.afterObservations(file);
    }

    /** What the archive knew about devices that a recorded file exports or blocks. The ledger must have been followed. */
    public synchronized List<Fact> factsAfterWordsOf(FileHash file) {
        return detecting.afterWordsOf(file);
    }

    /**
     * What the archive's files prove by the catalogue of models, which a recorded file of it changed. The ledger must have been
     * followed.
     */
    public synchronized List<Fact> factsAfterCatalogue(FileHash file) {
        return detecting.afterCatalogue(file);
    }

    /** A look at a list's file. The ledger must have been followed. */
    public synchronized ListSitting sit(FileKind list) {
        return new ListSitting(this, database, list, lists);
    }

    /** One detector over the whole archive, as of a day. */
    public synchronized List<Measure> show(Detector detector, LocalDate from, LocalDate to) {
        return detecting.show(detector, from, to);
    }

    /** Files of the archive, by the file they came from, all of whose days are older than subscribers' rows are kept. */
    public synchronized Map<FileHash, List<String>> tooOldOn(LocalDate today) {
        record Old(String file, String path) {}
        String month = today.minus(retention).withDayOfMonth(1).toString().substring(0, 7);
        return database
                .rows(
                        "SELECT file, path FROM parts WHERE path NOT IN (SELECT path FROM gone)"
                                + " AND regexp_extract(path, 'month=([0-9-]{7})', 1) < " + Database.literal(month)
                                + " ORDER BY path",
                        row -> new Old(row.getString(1), row.getString(2)))
                .stream()
                .collect(Collectors.groupingBy(
                        old -> new FileHash(old.file),
                        LinkedHashMap::new,
                        Collectors.mapping(Old::path, Collectors.toList())));
    }

    /** Deletes what the ledger says is no longer kept; a crash before it leaves that to the next time. */
    public synchronized int deleteExpired() {
        int deleted = 0;
        for (String path : database.rows("SELECT DISTINCT path FROM gone", row -> row.getString(1))) {
            try {
                deleted += Files.deleteIfExists(files.resolve(path)) ? 1 : 0;
            } catch (IOException e) {
                throw new UncheckedIOException("the archive's file " + path + " cannot be deleted", e);
            }
        }
        return deleted;
    }

    /** Whose keys nothing needs any more: of months all of whose files are no longer kept. */
    public synchronized List<Subject> keysOfExpiredMonths() {
        List<String> kept = database.rows(
                "SELECT DISTINCT path FROM parts WHERE path NOT IN (SELECT path FROM gone)",
                row -> MonthKeys.monthOf(row.getString(1)));
        return database.rows("SELECT DISTINCT path FROM gone", row -> MonthKeys.monthOf(row.getString(1))).stream()
                .distinct()
                .filter(month -> !kept.contains(month))
                .map(MonthKeys::subjectOf)
                .toList();
    }

    /** Each condition over the whole archive, its windows ending on this day. */
    public synchronized List<Condition.Matched> match(List<Condition> conditions, LocalDate end) {
        return detecting.match(conditions, end);
    }

    /** The IMEIs that a condition matches, its windows ending on this day; what is no IMEI as it was sent. */
    public synchronized List<String> matching(Condition condition, LocalDate end) {
        return detecting.matching(condition, end);
    }

    /** A file of the archive that is not what the ledger says it is. */
    public record Damage(String path, String what) {}

    /** What verifying found. */
    public record Verified(int parts, long bytes, List<Damage> damages) {}

    /** Hashes every file that the ledger names. */
    public synchronized Verified verify() {
        record Part(String path, String sha256) {}
        List<Part> parts = database.rows(
                "SELECT path, sha256 FROM parts WHERE path NOT IN (SELECT path FROM gone) ORDER BY path",
                row -> new Part(row.getString(1), row.getString(2)));
        List<Damage> damages = new ArrayList<>();
        long bytes = 0;
        for (Part part : parts) {
            Path file = files.resolve(part.path);
            try {
                if (!Files.exists(file)) {
                    damages.add(new Damage(part.path, "is missing"));
                    continue;
                }
                bytes += Files.size(file);
                String found = Hashing.sha256(file).sha256();
                if (!found.equals(part.sha256)) {
                    damages.add(new Damage(
                            part.path, "was changed: its SHA-256 is " + found + ", the ledger says " + part.sha256));
                }
            } catch (IOException unreadable) {
                damages.add(new Damage(part.path, "cannot be read"));
            }
        }
        return new Verified(parts.size(), bytes, List.copyOf(damages));
    }

    @Override
    public synchronized void close() {
        database.close();
    }
}
