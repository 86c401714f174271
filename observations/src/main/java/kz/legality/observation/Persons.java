package kz.legality.observation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.legality.identifier.Imsi;
import kz.legality.identifier.Malformed;
import kz.legality.secrecy.Pseudonym;
import kz.legality.secrecy.Pseudonyms;

/**
 * Whose the lines in the archive are, by the list of subscribers. The list is known by pseudonyms only, so those of the
 * lines that matter are made here, in a temporary table.
 */
final class Persons {
    private static final int LINES_IN_A_STATEMENT_MAX = 1_000;

    private final Database database;
    private final Pseudonyms pseudonyms;

    Persons(Database database, Pseudonyms pseudonyms) {
        this.database = database;
        this.pseudonyms = pseudonyms;
    }

    /**
     * Fills the table {@code persons} for one question. The archive must be open.
     *
     * @param parameters of the question: end, days and threshold
     * @return false where no list says whose any line is
     */
    boolean name(Map<String, Object> parameters) {
        database.run("CREATE OR REPLACE TEMP TABLE persons (imsi BIGINT, person VARCHAR)");
        long most = database.number(
                "SELECT coalesce(max(persons), 0) FROM (SELECT count(*) AS persons FROM holders" + " GROUP BY line)");
        if (most == 0) {
            return false;
        }
        Map<String, Object> all = new java.util.HashMap<>(parameters);
        all.put("most", most);
        List<Long> lines = database.rows(Database.query("lines-to-name", all), row -> row.getLong(1));
        database.run("CREATE OR REPLACE TEMP TABLE named (imsi BIGINT, line VARCHAR)");
        for (int from = 0; from < lines.size(); from += LINES_IN_A_STATEMENT_MAX) {
            String values = lines.subList(from, Math.min(lines.size(), from + LINES_IN_A_STATEMENT_MAX)).stream()
                    .flatMap(line ->
                            pseudonym(line).map(it -> "(" + line + ", " + Database.literal(it.value()) + ")").stream())
                    .collect(Collectors.joining(", "));
            if (!values.isEmpty()) {
                database.run("INSERT INTO named VALUES " + values);
            }
        }
        database.run("INSERT INTO persons SELECT imsi, person FROM named JOIN holders USING (line); DROP TABLE named");
        return true;
    }

    private Optional<Pseudonym> pseudonym(long line) {
        try {
            return Optional.of(pseudonyms.of(new Imsi(String.valueOf(line))));
        } catch (Malformed noLine) {
            return Optional.empty();
        }
    }
}
