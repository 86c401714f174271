package kz.legality.observation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
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

    private final Database database;
    private final Policy policy;
    private final ArchiveTerms terms;
    private final Pseudonyms pseudonyms;
    private final KeptViews views;
    private final OpenArchive archive;
    private final Persons persons;

    Detecting(
            Database database,
            Policy policy,
            ArchiveTerms terms,
            Pseudonyms pseudonyms,
            KeptViews views,
            OpenArchive archive) {
        this.database = database;
        this.views = views;
        this.policy = policy;
        this.terms = terms;
        this.pseudonyms = pseudonyms;
        this.archive = archive;
        this.persons = new Persons(database, pseudonyms);
    }

    /** What a file of observations proves about the devices in it. */
    List<Fact> afterObservations(FileHash file) {
        Source source = new Source.FileRow(file, 0);
        Map<String, List<Fact>> sighted = new LinkedHashMap<>();
        List<Fact> measured = measuring(
                file,
                source,
                detector -> detector == Detector.DUPLICATE_THRESHOLD || detector.kind() != null,
                from -> sight(source, from, sighted));
        List<Fact> facts = new ArrayList<>();
        sighted.values().forEach(facts::addAll);
        facts.addAll(measured);
        return List.copyOf(facts);
    }

    /** What the archive's files prove by the catalogue of models: the same, whether it came before them or after. */
    List<Fact> afterCatalogue(FileHash catalogue) {
        Source source = new Source.FileRow(catalogue, 0);
        record Told(Imei imei, PatternObserved.Kind kind) {}
        Map<Told, PatternObserved> worst = new LinkedHashMap<>();
        if (archive.paths("true").isEmpty()) {
            return List.of();
        }
        views.keep("tacs");
        archive.open();
        try {
            archive.narrow(this::suspects);
            for (FileHash file : archive.filesOfNarrowed()) {
                for (Fact fact : measured(file, source, Detector::asksTheCatalogue, from -> {})) {
                    PatternObserved found = (PatternObserved) fact;
                    worst.merge(
                            new Told(found.imei(), found.kind()),
                            found,
                            (before, now) -> now.measuredThousandths()
                                            >= before.measuredThousandths()
                                                    * terms.measures().worseBy()
                                    ? now
                                    : before);
                }
            }
            return List.copyOf(worst.values());
        } finally {
            archive.close();
        }
    }

    /**
     * Queries for the devices of the stretch that one of the detectors which ask the catalogue could find, whichever days it
     * asked about: the archive is read once for all of its files, and of a file only these devices are looked at again.
     */
    private List<String> suspects() {
        if (database.number("SELECT count(*) FROM listed") == 0) {
            return List.of();
        }
        LocalDate from = day("SELECT min(first_day) FROM parts");
        LocalDate to = day("SELECT max(last_day) FROM parts");
        Map<String, Long> allDays = Map.of("days", ChronoUnit.DAYS.between(from, to) + 1);
        return Arrays.stream(Detector.values())
                .filter(Detector::asksTheCatalogue)
                .map(detector -> detector.query(terms, from, to, allDays))
                .map(query -> query.substring(0, query.lastIndexOf(';')))
                .toList();
    }

    /**
     * What some detectors find of the devices in a file.
     *
     * @param beside what else is asked about them, given the file's first day, while the archive shows their rows
     */
    private List<Fact> measuring(FileHash file, Source source, Predicate<Detector> which, Consumer<LocalDate> beside) {
        if (archive.paths("file = " + Database.literal(file)).isEmpty()) {
            return List.of();
        }
        views.keep("exports", "blocks", "lawful", "barred_tacs", "tacs");
        archive.open();
        try {
            return measured(file, source, which, beside);
        } finally {
            archive.close();
        }
    }

    /** The same of the open archive. */
    private List<Fact> measured(FileHash file, Source source, Predicate<Detector> which, Consumer<LocalDate> beside) {
        List<String> own = archive.paths("file = " + Database.literal(file));
        LocalDate from = day("SELECT min(first_day) FROM parts WHERE file = " + Database.literal(file));
        LocalDate to = day("SELECT max(last_day) FROM parts WHERE file = " + Database.literal(file));
        EnumSet<Detector> asked = EnumSet.noneOf(Detector.class);
        long devices = 0;
        for (Stretch stretch : archive.stretches(own)) {
            devices += archive.look(stretch, archive.imeisOf(own));
            beside.accept(from);
            for (Detector detector : Detector.values()) {
                if (which.test(detector) && measure(detector, from, to, asked.contains(detector))) {
                    asked.add(detector);
                }
            }
        }
        List<Fact> facts = new ArrayList<>();
        for (Detector detector : asked) {
            facts.addAll(measured(detector, source, from, devices));
            database.run("DROP TABLE " + found(detector));
        }
        return facts;
    }

    private void sight(Source source, LocalDate from, Map<String, List<Fact>> sighted) {
        Sightings sightings = new Sightings(database, policy, terms, pseudonyms, source, archive);
        aroundExportsAndBlocks(sightings, sighted);
        add(
                sighted,
                "first-seen",
                sightings.of(
                        Occasion.FIRST_SEEN,
                        "first-seen",
                        SIGHTING_VERSION,
                        Map.of("since", policy.grandfatheredBefore(), "days", terms.learningDays())));
        add(
                sighted,
                "new-subscriber",
                sightings.of(
                        Occasion.NEW_SUBSCRIBER,
                        "new-subscriber",
                        SIGHTING_VERSION,
                        Map.of("from", from, "days", terms.learningDays())));
        add(sighted, "barred-tac", new BarredModels(database, policy, source, archive).barred());
    }

    /** What the archive knew before about devices that a file exports or blocks. */
    List<Fact> afterWordsOf(FileHash file) {
        Source source = new Source.FileRow(file, 0);
        BarredModels models = new BarredModels(database, policy, source, archive);
        List<Fact> facts = new ArrayList<>(models.lifted());
        if (archive.paths("true").isEmpty()) {
            return List.copyOf(facts);
        }
        views.keep("exports", "blocks", "barred_tacs");
        archive.open();
        try {
            if (database.number("SELECT count(*) FROM barred_tacs") > 0) {
                archive.look(
                        Stretch.ALL,
                        "SELECT DISTINCT imei FROM stored WHERE imei // 1000000 IN (SELECT tac FROM barred_tacs)");
                facts.addAll(models.barred());
            }
            String named = Database.literal(file);
            String exportedOrBlocked = "SELECT imei FROM exports WHERE file = " + named + " OR named_by = " + named
                    + " UNION SELECT imei FROM blocks WHERE file = " + named;
            if (archive.look(Stretch.ALL, exportedOrBlocked) > 0) {
                Map<String, List<Fact>> sighted = new LinkedHashMap<>();
                aroundExportsAndBlocks(new Sightings(database, policy, terms, pseudonyms, source, archive), sighted);
                sighted.values().forEach(facts::addAll);
            }
            return List.copyOf(facts);
        } finally {
            archive.close();
        }
    }

    /** Rows of one detector over everything in the archive, without a fact being made of them. */
    List<Measure> show(Detector detector, LocalDate from, LocalDate to) {
        List<Measure> shown = new ArrayList<>();
        overAll(() -> {
            if (detector == Detector.DAILY_AVG_UID) {
                persons.name(detector.parameters(terms, from, to, Map.of()));
            }
            shown.addAll(database.rows(
                    detector.query(terms, from, to),
                    row -> new Measure(row.getString(1), row.getLong(2), row.getLong(3), archive.files(row, 4))));
        });
        return shown;
    }

    List<Matched> match(List<Condition> conditions, LocalDate end) {
        Conditions each = new Conditions(database, terms, persons);
        overAll(() -> each.evaluate(Set.copyOf(conditions), end));
        return conditions.stream().map(each::evaluated).toList();
    }

    List<String> matching(Condition condition, LocalDate end) {
        Conditions one = new Conditions(database, terms, persons);
        List<String> matching = new ArrayList<>();
        overAll(() -> matching.addAll(one.matched(condition, end)));
        matching.sort(Comparator.naturalOrder());
        return matching;
    }

    private void overAll(Runnable question) {
        views.keep("blocks", "lawful", "barred_tacs", "tacs");
        archive.open();
        try {
            List<Stretch> stretches = new ArrayList<>(archive.stretches());
            stretches.add(Stretch.NO_IMEI);
            for (Stretch stretch : stretches) {
                archive.look(stretch);
                question.run();
            }
        } finally {
            archive.close();
        }
    }

    private static void add(Map<String, List<Fact>> facts, String of, List<? extends Fact> more) {
        facts.computeIfAbsent(of, none -> new ArrayList<>()).addAll(more);
    }

    private void aroundExportsAndBlocks(Sightings sightings, Map<String, List<Fact>> facts) {
        add(
                facts,
                "seen-after-export",
                sightings.of(Occasion.AFTER_EXPORT, "seen-after-export", SIGHTING_VERSION, Map.of()));
        add(
                facts,
                "seen-before-export",
                sightings.of(
                        Occasion.BEFORE_EXPORT,
                        "seen-before-export",
                        SIGHTING_VERSION,
                        Map.of("daysBefore", terms.daysBeforeExport())));
        add(
                facts,
                "seen-after-block",
                sightings.of(Occasion.AFTER_BLOCK, "seen-after-block", SIGHTING_VERSION, Map.of()));
    }

    /** Adds what a detector finds in this stretch to what it found before; false where nothing is there to ask it with. */
    private boolean measure(Detector detector, LocalDate from, LocalDate to, boolean before) {
        if (detector.asksTheCatalogue() && database.number("SELECT count(*) FROM listed") == 0) {
            return false;
        }
        LocalDate lastEnd = detector.lastEnd(terms.measures(), to);
        if (detector == Detector.DAILY_AVG_UID && !persons.name(detector.parameters(terms, from, lastEnd, Map.of()))) {
            return false;
        }
        String query = detector.query(terms, from, lastEnd);
        database.run((before
                        ? "INSERT INTO " + found(detector) + " "
                        : "CREATE OR REPLACE TEMP TABLE " + found(detector) + " AS ")
                + query.substring(0, query.lastIndexOf(';')));
        return true;
    }

    private static String found(Detector detector) {
        return "found_" + detector.name();
    }

    /** What it found in all stretches, but for what was said before and has not grown since. */
    private List<Fact> measured(Detector detector, Source source, LocalDate from, long devices) {
        long matching = database.number("SELECT count(*) FROM " + found(detector));
        if (detector.asksTheCatalogue() && matching > terms.measures().matchingMax() * devices) {
            return List.of();
        }
        String kind =
                detector.kind() == null ? LedgerTables.CLONES : detector.kind().name();
        return database.rows(
                "SELECT found.imei, found.measured, rows, files, until FROM " + found(detector)
                        + " AS found LEFT JOIN measured ON measured.imei = found.imei AND measured.kind = "
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
                                archive.files(row, 4), row.getLong(3), detector.written(), detector.version(), null)));
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

    private LocalDate day(String query) {
        return database.rows(query, row -> row.getDate(1).toLocalDate()).getFirst();
    }
}
