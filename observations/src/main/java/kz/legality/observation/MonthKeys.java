package kz.legality.observation;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;
import kz.legality.secrecy.Subject;
import kz.legality.secrecy.SubjectForgotten;
import kz.legality.secrecy.SubjectKeys;

/**
 * The keys of the archive's files, one a month, from the key store: whoever takes the files has nothing, and a month whose
 * key is destroyed is gone from every copy. AES-256-GCM, by Parquet modular encryption.
 */
final class MonthKeys {
    private static final String PARTITION = "month=";
    private static final int MONTH_CHARS = 7;

    private final SubjectKeys keys;
    private final Database database;
    private final Map<String, String> known = new HashMap<>();

    MonthKeys(SubjectKeys keys, Database database) {
        this.keys = keys;
        this.database = database;
    }

    /**
     * What a query that writes a file of this month says of its key.
     *
     * @throws SubjectForgotten when rows of this month are no longer kept
     */
    String configuration(YearMonth month) {
        Subject subject = subjectOf(month.toString());
        SecretKey key = Objects.requireNonNull(keys.keysFor(Set.of(subject)).get(subject));
        return "{footer_key: " + Database.literal(named(month.toString(), key)) + "}";
    }

    /**
     * Files of the archive as something to select from; empty where none of them can be read. The column {@code part} says
     * which of {@link #readable} a row is from, counted from 0: a number is told apart many times faster than a path.
     *
     * @param paths within the archive
     * @param columns to read
     */
    Optional<String> rowsOf(List<String> paths, Path archive, String columns) {
        List<String> months = new ArrayList<>();
        int before = 0;
        for (Map.Entry<String, List<String>> month : byMonth(paths).entrySet()) {
            months.add("SELECT " + columns + ", CAST(file_index + " + before
                    + " AS INTEGER) AS part, file_row_number FROM read_parquet(["
                    + month.getValue().stream()
                            .map(path -> Database.literal(archive.resolve(path)))
                            .collect(Collectors.joining(", "))
                    + "], encryption_config = {footer_key: "
                    + Database.literal(of(month.getKey()).orElseThrow())
                    + "}, hive_partitioning = true, hive_types_autocast = false)");
            before += month.getValue().size();
        }
        return months.isEmpty() ? Optional.empty() : Optional.of(String.join(" UNION ALL ", months));
    }

    /** Those of the files whose month's key is still there, in the order in which they are read. */
    List<String> readable(List<String> paths) {
        return byMonth(paths).values().stream().flatMap(List::stream).toList();
    }

    private Map<String, List<String>> byMonth(List<String> paths) {
        Map<String, List<String>> months =
                paths.stream().collect(Collectors.groupingBy(MonthKeys::monthOf, TreeMap::new, Collectors.toList()));
        months.keySet().removeIf(month -> of(month).isEmpty());
        return months;
    }

    static Subject subjectOf(String month) {
        return new Subject("observations:" + month);
    }

    static String monthOf(String path) {
        int at = path.indexOf(PARTITION) + PARTITION.length();
        return path.substring(at, at + MONTH_CHARS);
    }

    private Optional<String> of(String month) {
        return keys.find(subjectOf(month)).map(key -> named(month, key));
    }

    private String named(String month, SecretKey key) {
        return known.computeIfAbsent(month, unknown -> {
            String name = "month_" + month.replace('-', '_');
            database.run("PRAGMA add_parquet_key(" + Database.literal(name) + ", "
                    + Database.literal(Base64.getEncoder().encodeToString(key.getEncoded())) + ")");
            return name;
        });
    }
}
