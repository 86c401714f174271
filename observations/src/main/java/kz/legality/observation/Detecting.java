package kz.legality.observation;

import java.nio.file.Path;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kz.legality.device.DeviceEvent.CloneDetected;
import kz.legality.device.DeviceEvent.Fact;
import kz.legality.device.DeviceEvent.PatternObserved;
import kz.legality.device.Evidence;
import kz.legality.device.Occasion;
import kz.legality.event.Source;
import kz.legality.identifier.FileHash;
import kz.legality.identifier.Imei;
import kz.legality.observation.Condition.Matched;
import kz.legality.policy.Policy;
import kz.legality.secrecy.Pseudonyms;

/** Asks the archive about the devices that one file names, and says what it proves as facts. Asked again it says the same. */
final class Detecting {
    private static final int SIGHTING_VERSION = 1;

    /** Of an archive without files. */
    private static final String NOTHING =
            "SELECT NULL::BIGINT AS imei, NULL AS imei_raw, NULL::DATE AS day, NULL::BIGINT AS imsi,"
                    + " NULL::BIGINT AS msisdn, NULL AS rat, NULL AS operator, NULL AS filename WHERE false";

    private final Database database;
    private final Policy policy;
    private final ArchiveTerms terms;
    private final Pseudonyms pseudonyms;
    private final MonthKeys keys;
    private final Path archive;
    private final Persons persons;
    private final Map<String, FileHash> hashes = new HashMap<>();

    Detecting(
            Database database, Policy policy, ArchiveTerms terms, Pseudonyms pseudonyms, MonthKeys keys, Path archive) {
        this.database = database;
        this.policy = policy;
        this.terms = terms;
        this.pseudonyms = pseudonyms;
        this.keys = keys;
        this.archive = archive;
        this.persons = new Persons(database, pseudonyms);
    }

    /** What a file of observations proves about the devices in it. */
    List<Fact> afterObservations(FileHash file) {
        List<String> own = paths("file = " + Database.literal(file));
        if (own.isEmpty()) {
            return List.of();
        }
        openArchive();
        database.run("CREATE OR REPLACE TEMP TABLE focus AS SELECT DISTINCT imei FROM ("
                + keys.rowsOf(own, archive, "imei").orElse(NOTHING) + ") WHERE imei IS NOT NULL");
        LocalDate from = day("SELECT min(first_day) FROM parts WHERE file = " + Database.literal(file));
        LocalDate to = day("SELECT max(last_day) FROM parts WHERE file = " + Database.literal(file));
        Source source = new Source.FileRow(file, 0);
        Sightings sightings = new Sightings(database, policy, terms, pseudonyms, source, hashes);
        List<Fact> facts = new ArrayList<>(aroundExportsAndBlocks(sightings));
        facts.addAll(sightings.of(
                Occasion.FIRST_SEEN,
                "first-seen",
                SIGHTING_VERSION,
                Map.of("since", policy.grandfatheredBefore(), "days", terms.learningDays())));
        facts.addAll(sightings.of(
                Occasion.NEW_SUBSCRIBER,
                "new-subscriber",
                SIGHTING_VERSION,
                Map.of("from", from, "days", terms.learningDays())));
        facts.addAll(new BarredModels(database, policy, source).barred(hashes));
        for (Detector detector : Detector.values()) {
            if (detector == Detector.DUPLICATE_THRESHOLD || detector.kind() != null) {
                facts.addAll(measures(detector, source, from, to));
            }
        }
        return List.copyOf(facts);
    }

    /** What the archive knew before about devices that a file exports or blocks. */
    List<Fact> afterWordsOf(FileHash file) {
        Source source = new Source.FileRow(file, 0);
        BarredModels models = new BarredModels(database, policy, source);
        List<Fact> facts = new ArrayList<>(models.lifted());
        if (paths("true").isEmpty()) {
            return List.copyOf(facts);
        }
        openArchive();
        database.run("CREATE OR REPLACE TEMP TABLE focus AS SELECT DISTINCT imei FROM archive JOIN barred_tacs ON tac ="
                + " imei // 1000000");
        facts.addAll(models.barred(hashes));
        database.run("CREATE OR REPLACE TEMP TABLE focus AS SELECT imei FROM exports WHERE file = "
                + Database.literal(file) + " OR named_by = " + Database.literal(file)
                + " UNION SELECT imei FROM blocks WHERE file = " + Database.literal(file));
        facts.addAll(aroundExportsAndBlocks(new Sightings(database, policy, terms, pseudonyms, source, hashes)));
        return List.copyOf(facts);
    }

    /** Rows of one detector over everything in the archive, without a fact being made of them. */
    List<Measure> show(Detector detector, LocalDate from, LocalDate to) {
        openArchive();
        database.run("CREATE OR REPLACE TEMP TABLE focus AS SELECT DISTINCT imei FROM archive WHERE imei IS NOT NULL");
        if (detector == Detector.DAILY_AVG_UID) {
            persons.name(detector.parameters(terms, from, to, Map.of()));
        }
        return database.rows(
                detector.query(terms, from, to),
                row -> new Measure(row.getString(1), row.getLong(2), row.getLong(3), files(row, 4, hashes)));
    }

    List<Matched> match(List<Condition> conditions, LocalDate end) {
        openArchive();
        database.run("CREATE OR REPLACE TEMP TABLE focus AS SELECT DISTINCT imei FROM archive WHERE imei IS NOT NULL");
        Conditions each = new Conditions(database, terms, persons);
        return conditions.stream().map(it -> each.evaluate(it, end)).toList();
    }

    List<String> matching(Condition condition, LocalDate end) {
        openArchive();
        database.run("CREATE OR REPLACE TEMP TABLE focus AS SELECT DISTINCT imei FROM archive WHERE imei IS NOT NULL");
        return new Conditions(database, terms, persons).matched(condition, end);
    }

    private List<Fact> aroundExportsAndBlocks(Sightings sightings) {
        List<Fact> facts = new ArrayList<>();
        facts.addAll(sightings.of(Occasion.AFTER_EXPORT, "seen-after-export", SIGHTING_VERSION, Map.of()));
        facts.addAll(sightings.of(
                Occasion.BEFORE_EXPORT,
                "seen-before-export",
                SIGHTING_VERSION,
                Map.of("daysBefore", terms.daysBeforeExport())));
        facts.addAll(sightings.of(Occasion.AFTER_BLOCK, "seen-after-block", SIGHTING_VERSION, Map.of()));
        return facts;
    }

    private List<Fact> measures(Detector detector, Source source, LocalDate from, LocalDate to) {
        if (detector.asksTheCatalogue() && database.number("SELECT count(*) FROM listed") == 0) {
            return List.of();
        }
        LocalDate lastEnd = detector.lastEnd(terms.measures(), to);
        if (detector == Detector.DAILY_AVG_UID && !persons.name(detector.parameters(terms, from, lastEnd, Map.of()))) {
            return List.of();
        }
        String kind =
                detector.kind() == null ? LedgerTables.CLONES : detector.kind().name();
        String query = detector.query(terms, from, lastEnd);
        String found = query.substring(0, query.lastIndexOf(';'));
        database.run("CREATE OR REPLACE TEMP TABLE found AS " + found);
        long matching = database.number("SELECT count(*) FROM found");
        long seen = database.number("SELECT count(*) FROM focus");
        if (detector.asksTheCatalogue() && matching > terms.measures().matchingMax() * seen) {
            return List.of();
        }
        return database.rows(
                "SELECT found.imei, found.measured, rows, files, until FROM found LEFT JOIN measured ON measured.imei ="
                        + " found.imei AND measured.kind = "
                        + Database.literal(kind) + " WHERE most IS NULL OR found.measured >= most * "
                        + terms.measures().worseBy()
                        + " ORDER BY found.imei",
                row -> fact(
                        detector,
                        source,
                        new Imei(String.format("%014d", row.getLong(1))),
                        detector.windowStart(
                                terms.measures(), from, row.getDate(5).toLocalDate()),
                        row.getDate(5).toLocalDate(),
                        row.getLong(2),
                        new Evidence(
                                files(row, 4, hashes), row.getLong(3), detector.written(), detector.version(), null)));
    }

    private Fact fact(
            Detector detector,
            Source source,
            Imei imei,
            LocalDate from,
            LocalDate until,
            long measured,
            Evidence evidence) {
        var at = until.atStartOfDay(policy.zone()).toInstant();
        PatternObserved.Kind kind = detector.kind();
        if (kind == null) {
            return new CloneDetected(
                    imei,
                    at,
                    source,
                    null,
                    (int) (measured / 1000),
                    measured / 1000 + " subscribers from " + from + " to " + until + ", " + detector.written()
                            + " version "
                            + detector.version() + ", " + evidence.rows() + " rows of "
                            + evidence.files().stream().map(FileHash::sha256).collect(Collectors.joining(" ")));
        }
        return new PatternObserved(
                imei,
                at,
                source,
                null,
                kind,
                from,
                until,
                measured,
                detector.limitThousandths(terms.measures()),
                evidence);
    }

    private void openArchive() {
        hashes.clear();
        database.rows(
                "SELECT path, sha256 FROM parts", row -> hashes.put(row.getString(1), new FileHash(row.getString(2))));
        database.run("CREATE OR REPLACE TEMP VIEW archive AS "
                + keys.rowsOf(paths("true"), archive, "imei, imei_raw, day, imsi, msisdn, rat, operator, filename")
                        .orElse(NOTHING));
        String numbers = beginning("msisdn", terms.homeNumbers());
        database.run("CREATE OR REPLACE TEMP MACRO is_home(imsi, msisdn) AS CASE WHEN imsi IS NOT NULL"
                + " THEN " + beginning("imsi", terms.homeCountries()) + " ELSE coalesce("
                + numbers + ", false) END");
    }

    private static String beginning(String column, List<String> starts) {
        return starts.stream()
                .map(start -> "starts_with(CAST(" + column + " AS VARCHAR), " + Database.literal(start) + ")")
                .collect(Collectors.joining(" OR ", "(", ")"));
    }

    private List<String> paths(String condition) {
        return database.rows(
                "SELECT path FROM parts WHERE path NOT IN (SELECT path FROM gone) AND " + condition + " ORDER BY path",
                row -> row.getString(1));
    }

    private LocalDate day(String query) {
        return database.rows(query, row -> row.getDate(1).toLocalDate()).getFirst();
    }

    /** The archive names its files by partition, so the end of a full path is its name within it. */
    static List<FileHash> files(ResultSet row, int column, Map<String, FileHash> hashes) throws SQLException {
        TreeSet<String> files = new TreeSet<>();
        Array array = row.getArray(column);
        for (Object path : (Object[]) array.getArray()) {
            String text = String.valueOf(path);
            FileHash hash = hashes.get(text.substring(text.lastIndexOf("operator=")));
            if (hash != null) {
                files.add(hash.sha256());
            }
        }
        return files.stream().map(FileHash::new).toList();
    }
}
