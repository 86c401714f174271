package kz.legality.observation;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads an operator's file into the table {@code seen}. */
final class OperatorFile {
    private OperatorFile() {}

    static void read(OperatorFileText text, ArchiveTerms terms, Database database) {
        List<String> columns = text.columns();
        database.run("DROP TABLE IF EXISTS rejected; DROP TABLE IF EXISTS rejected_scans");
        String query = Database.query(
                "normalise",
                Map.of(
                        "path", text.path(),
                        "compression", text.compression(),
                        "rejectsMax", terms.guards().quarantinedRowsMax() + 1));
        query = query.replace(
                "$columns",
                columns.stream()
                        .map(column -> "'" + column + "': 'VARCHAR'")
                        .collect(Collectors.joining(", ", "{", "}")));
        query = query.replace(
                "$cells",
                columns.stream()
                        .map(column -> "'\"' || replace(coalesce(" + column + ", ''), '\"', '\"\"') || '\"'")
                        .collect(Collectors.joining(" || ',' || ")));
        query = query.replace(
                "$rat",
                columns.contains("rat")
                        ? "CASE WHEN contains(rat, ' ') THEN trim(rat) ELSE coalesce(rat, '') END"
                        : "''");
        query = query.replace(
                "$codes",
                terms.generations().keySet().stream()
                        .sorted()
                        .map(code -> "'" + code + "'")
                        .collect(Collectors.joining(", ", "[", "]")));
        database.run(query);
    }
}
