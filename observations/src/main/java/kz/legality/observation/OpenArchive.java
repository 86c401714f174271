package kz.legality.observation;

import java.nio.file.Path;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import kz.legality.identifier.FileHash;

/**
 * What the detectors' queries read by the name of {@code archive}: rows of one stretch of IMEIs, all of them or those of
 * some devices. The latter are read from the files once for all detectors.
 */
final class OpenArchive {
    /** What the detectors gather of as many rows fits into memory beside everything else. */
    static final long ROWS_IN_A_STRETCH = 4_000_000;

    /**
     * Files are read by row groups, of 122,880 rows. A stretch with less than one of each file would read them again and
     * again, so of many files it is wider, though not wider than memory allows.
     */
    private static final long ROW_GROUPS_IN_A_STRETCH = 32;

    private static final long WIDER_MAX = 4;

    /** So many rows of a stretch say where the IMEIs of a file lie. */
    private static final long MARKS_IN_A_STRETCH = 4_000;

    private static final String COLUMNS = "imei, imei_raw, day, imsi, msisdn, rat, operator";

    /** Of an archive without files. */
    private static final String NOTHING =
            "SELECT NULL::BIGINT AS imei, NULL AS imei_raw, NULL::DATE AS day, NULL::BIGINT AS imsi, NULL::BIGINT AS"
                    + " msisdn, NULL AS rat, NULL AS operator, NULL::INTEGER AS part, NULL::BIGINT AS file_row_number"
                    + " WHERE false";

    private final Database database;
    private final ArchiveTerms terms;
    private final MonthKeys keys;
    private final Path folder;
    private final long rowsInAStretch;
    private final Map<Set<Integer>, List<FileHash>> named = new HashMap<>();
    private List<FileHash> parts = List.of();

    OpenArchive(Database database, ArchiveTerms terms, MonthKeys keys, Path folder, long rowsInAStretch) {
        this.database = database;
        this.terms = terms;
        this.keys = keys;
        this.folder = folder;
        this.rowsInAStretch = rowsInAStretch;
    }

    /** Of all files that the ledger names and that are still kept; before any question. */
    void open() {
        named.clear();
        List<String> paths = paths("true");
        Map<String, FileHash> hashes = new HashMap<>();
        database.rows(
                "SELECT path, sha256 FROM parts", row -> hashes.put(row.getString(1), new FileHash(row.getString(2))));
        parts = keys.readable(paths).stream().map(hashes::get).toList();
        database.run("CREATE OR REPLACE TEMP VIEW stored AS "
                + keys.rowsOf(paths, folder, COLUMNS).orElse(NOTHING));
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

    /** Of files that are still kept, within the archive. */
    List<String> paths(String condition) {
        return database.rows(
                "SELECT path FROM parts WHERE path NOT IN (SELECT path FROM gone) AND " + condition + " ORDER BY path",
                row -> row.getString(1));
    }

    /** IMEIs of rows of some files. */
    String imeisOf(List<String> paths) {
        return "SELECT DISTINCT imei FROM ("
                + keys.rowsOf(paths, folder, "imei").orElse(NOTHING) + ")";
    }

    /** All IMEIs in the archive, in as many stretches as it takes. */
    List<Stretch> stretches() {
        return divided("stored", rows());
    }

    /** As many as it takes for the rows of all devices that are in some files; those of the others will not be kept. */
    List<Stretch> stretches(List<String> paths) {
        String own = "(" + keys.rowsOf(paths, folder, "imei").orElse(NOTHING) + ")";
        long rows = database.number("SELECT count(*) FROM " + own);
        // As if each file of the archive had as many rows of them.
        return divided(own, Math.min(rows(), rows * parts.size()));
    }

    private long rows() {
        return database.number(
                "SELECT CAST(coalesce(sum(rows), 0) AS BIGINT) FROM parts WHERE path NOT IN (SELECT path FROM gone)");
    }

    private List<Stretch> divided(String rows, long count) {
        long oneOfEach = rowsInAStretch / ROW_GROUPS_IN_A_STRETCH * parts.size();
        long stretches = Math.ceilDiv(count, Math.clamp(oneOfEach, rowsInAStretch, WIDER_MAX * rowsInAStretch));
        if (stretches <= 1) {
            return List.of(Stretch.ALL);
        }
        String shares = LongStream.range(1, stretches)
                .mapToObj(i -> String.valueOf((double) i / stretches))
                .collect(Collectors.joining(", ", "[", "]"));
        List<Long> borders = database.rows(
                "SELECT DISTINCT unnest(quantile_disc(imei, " + shares + ")) AS border FROM " + rows
                        + " WHERE imei IS NOT NULL AND file_row_number % "
                        + Math.ceilDiv(rowsInAStretch, MARKS_IN_A_STRETCH) + " = 0 ORDER BY border",
                row -> row.getLong(1));
        List<Stretch> divided = new ArrayList<>();
        long from = Stretch.ALL.from();
        for (long border : borders) {
            divided.add(new Stretch(from, border));
            from = border;
        }
        divided.add(new Stretch(from, Stretch.ALL.end()));
        return divided;
    }

    /**
     * Lets {@code stored} be the rows of some devices alone, in memory, until it is opened again.
     *
     * @param imeis queries whose first column is the IMEI, asked of each stretch
     */
    void narrow(Supplier<List<String>> imeis) {
        database.run("CREATE OR REPLACE TEMP TABLE narrowed AS SELECT * FROM stored LIMIT 0");
        for (Stretch stretch : stretches()) {
            look(stretch);
            String found = imeis.get().stream()
                    .map(query -> "SELECT imei FROM (" + query + ")")
                    .collect(Collectors.joining(" UNION "));
            if (!found.isEmpty()) {
                database.run("CREATE OR REPLACE TEMP TABLE focus AS " + found);
                database.run("INSERT INTO narrowed SELECT * FROM stored SEMI JOIN focus USING (imei) WHERE "
                        + stretch.condition());
            }
        }
        database.run("CREATE OR REPLACE TEMP VIEW stored AS SELECT * FROM narrowed");
    }

    /** The files that have such rows, the one that begins first before the others. */
    List<FileHash> filesOfNarrowed() {
        Set<FileHash> named =
                database.rows("SELECT DISTINCT part FROM narrowed", row -> parts.get(row.getInt(1))).stream()
                        .collect(Collectors.toSet());
        return database
                .rows(
                        "SELECT file, sha256 FROM parts WHERE path NOT IN (SELECT path FROM gone) ORDER BY first_day, file",
                        row -> Map.entry(new FileHash(row.getString(1)), new FileHash(row.getString(2))))
                .stream()
                .filter(part -> named.contains(part.getValue()))
                .map(Map.Entry::getKey)
                .distinct()
                .toList();
    }

    /** Lets {@code archive} be all rows of a stretch. */
    void look(Stretch stretch) {
        limit(stretch);
        database.run("CREATE OR REPLACE TEMP VIEW archive AS SELECT * FROM stored WHERE " + stretch.condition());
    }

    /**
     * Lets {@code archive} be the rows of the devices in {@code focus}, which are those of a query within the stretch.
     *
     * @param imeis the query
     * @return how many devices
     */
    long look(Stretch stretch, String imeis) {
        limit(stretch);
        database.run(
                "CREATE OR REPLACE TEMP TABLE focus AS SELECT imei FROM (" + imeis + ") WHERE " + stretch.condition());
        database.run(
                "CREATE OR REPLACE TEMP TABLE looked_at AS SELECT * EXCLUDE (imei_raw, file_row_number) FROM stored"
                        + " SEMI JOIN focus USING (imei) WHERE " + stretch.condition());
        database.run("CREATE OR REPLACE TEMP VIEW archive AS SELECT * FROM looked_at");
        return database.number("SELECT count(*) FROM focus");
    }

    private void limit(Stretch stretch) {
        database.run("CREATE OR REPLACE TEMP MACRO in_stretch(imei) AS (" + stretch.condition() + ")");
    }

    /** After the last question: what a table held of it goes. */
    void close() {
        database.run("DROP VIEW IF EXISTS archive; DROP TABLE IF EXISTS looked_at; DROP TABLE IF EXISTS focus;"
                + " DROP TABLE IF EXISTS narrowed");
    }

    /** Files of the archive by the numbers of parts in a column. */
    List<FileHash> files(ResultSet row, int column) throws SQLException {
        Array array = row.getArray(column);
        Set<Integer> numbers = new HashSet<>();
        for (Object part : (Object[]) array.getArray()) {
            numbers.add(((Number) part).intValue());
        }
        // Millions of devices are in the same few files.
        return named.computeIfAbsent(
                numbers,
                unknown -> unknown.stream()
                        .map(parts::get)
                        .distinct()
                        .sorted(Comparator.comparing(FileHash::sha256))
                        .toList());
    }
}
