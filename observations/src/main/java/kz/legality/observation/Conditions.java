package kz.legality.observation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.legality.observation.Condition.Dimension;
import kz.legality.observation.Condition.Matched;
import kz.legality.sourcefile.FileKind;

/** Evaluates conditions over everything in the archive. */
final class Conditions {
    /** What is no IMEI has no number; it is matched by what was sent. */
    private static final String SEEN =
            "SELECT DISTINCT CAST(imei AS VARCHAR) AS imei FROM archive WHERE imei IS NOT NULL UNION ALL SELECT"
                    + " DISTINCT upper(imei_raw) FROM archive WHERE imei IS NULL AND imei_raw IS NOT NULL";

    private final Database database;
    private final ArchiveTerms terms;
    private final Persons persons;
    private final Map<Condition, Long> matching = new HashMap<>();
    private long seen;

    Conditions(Database database, ArchiveTerms terms, Persons persons) {
        this.database = database;
        this.terms = terms;
        this.persons = persons;
    }

    /** Counts in one stretch of the open archive. */
    void evaluate(Set<Condition> conditions, LocalDate end) {
        seen += database.number("SELECT count(DISTINCT imei) + count(DISTINCT upper(imei_raw)) FILTER (imei IS NULL)"
                + " FROM archive");
        for (Condition condition : conditions) {
            matching.merge(
                    condition, database.number("SELECT count(*) FROM (" + matching(condition, end) + ")"), Long::sum);
        }
    }

    /** What came of it in all stretches. */
    Matched evaluated(Condition condition) {
        long matched = matching.getOrDefault(condition, 0L);
        return new Matched(condition.label(), matched, seen, matched > condition.matchingMax() * seen);
    }

    /** The IMEIs that it matches in one stretch, by number where they are one. */
    List<String> matched(Condition condition, LocalDate end) {
        return database.rows("SELECT imei FROM (" + matching(condition, end) + ")", row -> row.getString(1));
    }

    private String matching(Condition condition, LocalDate end) {
        List<String> sets = new ArrayList<>();
        for (Dimension dimension : condition.dimensions()) {
            String found = "SELECT CAST(imei AS VARCHAR) AS imei FROM (" + query(dimension, end) + ")";
            sets.add(dimension.invert() ? "(" + SEEN + ") EXCEPT (" + found + ")" : found);
        }
        return "(" + String.join(") INTERSECT (", sets) + ")";
    }

    private String query(Dimension dimension, LocalDate end) {
        return switch (dimension.kind()) {
            case DUPLICATE_THRESHOLD -> detector(Detector.DUPLICATE_THRESHOLD, dimension, end);
            case DUPLICATE_DAILY_AVERAGE -> detector(Detector.DUPLICATE_DAILY_AVERAGE, dimension, end);
            case SIMULTANEOUS -> detector(Detector.SIMULTANEOUS, dimension, end);
            case TRANSIENT -> detector(Detector.TRANSIENT, dimension, end);
            case GSMA_NOT_FOUND -> detector(Detector.GSMA_NOT_FOUND, dimension, end);
            case TEST_TAC -> detector(Detector.TEST_TAC, dimension, end);
            case INCONSISTENT_RAT -> detector(Detector.INCONSISTENT_RAT, dimension, end);
            case MALFORMED -> detector(Detector.MALFORMED, dimension, end);
            case BLOCKED -> "SELECT DISTINCT imei FROM blocks WHERE lifted_on IS NULL AND in_stretch(imei)";
            case NOT_REGISTERED ->
                "SELECT CAST(imei AS VARCHAR) AS imei FROM (" + SEEN + ") EXCEPT SELECT"
                        + " CAST(imei AS VARCHAR) FROM registered";
            case DAILY_AVERAGE_PERSONS -> {
                persons.name(Detector.DAILY_AVG_UID.parameters(terms, end, end, dimension.settings()));
                yield detector(Detector.DAILY_AVG_UID, dimension, end);
            }
            case ON_STOLEN_LIST -> on(FileKind.STOLEN_LIST);
            case ON_BARRED_LIST -> on(FileKind.BARRED_LIST);
            case ON_MONITORING_LIST -> on(FileKind.MONITORING_LIST);
            case ON_ASSOCIATION_LIST -> on(FileKind.ASSOCIATION_LIST);
            case ON_GOLDEN_LIST -> on(FileKind.GOLDEN_LIST);
            case BARRED_TAC ->
                "SELECT DISTINCT imei FROM archive WHERE imei // 1000000 IN (SELECT tac FROM barred_tacs)";
        };
    }

    private static String on(FileKind list) {
        return "SELECT imei FROM on_list WHERE in_stretch(imei) AND list = " + Database.literal(list.written());
    }

    private String detector(Detector detector, Dimension dimension, LocalDate end) {
        String query = detector.query(terms, end, end, dimension.settings());
        return query.substring(0, query.lastIndexOf(';'));
    }
}
