package kz.legality.observation;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.legality.listing.ListEntry;
import kz.legality.policy.ListTerms;
import kz.legality.sourcefile.FileKind;
import org.duckdb.DuckDBAppender;

/**
 * The entries of one list's file beside those in force. The checks are DIRBS-Core's (PEERS.md 1.1): the first that fails
 * refuses the file, with the figure and the first row it fails in. Names nobody: keys are IMEIs, TACs and pseudonyms, and
 * no message repeats one.
 */
public final class ListSitting implements AutoCloseable {
    private static final int ROWS_BUFFERED_MAX = 10_000;

    private record Row(long number, String key, String content, String change) {}

    private final Object archive;
    private final Database database;
    private final FileKind list;
    private final ListTerms.Received terms;
    private final String table;
    private final List<Row> buffered = new ArrayList<>();

    /** @param archive held while its database is used */
    ListSitting(Object archive, Database database, FileKind list, ListTerms.Received terms) {
        this.archive = archive;
        this.database = database;
        this.list = list;
        this.terms = terms;
        this.table = "sitting_" + list.name();
        run("CREATE OR REPLACE TABLE " + table + " (row BIGINT, key VARCHAR, content VARCHAR, change VARCHAR)");
    }

    /** @param change add, remove or update */
    public void add(long row, ListEntry entry, String change) {
        buffered.add(new Row(row, entry.key(), entry.content(), change));
        if (buffered.size() >= ROWS_BUFFERED_MAX) {
            flush();
        }
    }

    /** Why a file that says only what changed is not to be taken. */
    public Optional<String> refusesChanges() {
        flush();
        return conflict()
                .or(() -> failing(
                        "entries that it changes in several ways",
                        "SELECT min(row) AS row FROM " + table + " GROUP BY key HAVING count(DISTINCT change) > 1"))
                .or(() -> failing(
                        "entries that it adds and that are in force",
                        "SELECT row FROM " + table + " SEMI JOIN (" + inForce() + ") USING (key) WHERE change = 'add'"))
                .or(() -> failing(
                        "entries that it removes or updates and that are not in force",
                        "SELECT row FROM " + table + " ANTI JOIN (" + inForce()
                                + ") USING (key) WHERE change <> 'add'"));
    }

    /** Why a file that is the whole list is not to be taken. */
    public Optional<String> refusesWhole() {
        flush();
        return conflict().or(this::shrunk);
    }

    /** Entries in force that the file does not name, each as it ends. */
    public List<ListEntry> unnamed() {
        flush();
        synchronized (archive) {
            return database.rows(
                    "SELECT key FROM (" + inForce() + ") ANTI JOIN " + table + " USING (key) ORDER BY key",
                    row -> new ListEntry(list, row.getString(1), "", true));
        }
    }

    private Optional<String> conflict() {
        return failing(
                "entries that it names twice, each time otherwise",
                "SELECT min(row) AS row FROM " + table
                        + " WHERE change <> 'remove' GROUP BY key HAVING count(DISTINCT content) > 1");
    }

    private Optional<String> failing(String what, String rows) {
        synchronized (archive) {
            return database.rows(
                            "SELECT count(*), min(row) FROM (" + rows + ")",
                            row -> row.getLong(1) == 0
                                    ? Optional.<String>empty()
                                    : Optional.of(what + ": " + row.getLong(1) + ", at most 0; the first is row "
                                            + row.getLong(2)))
                    .getFirst();
        }
    }

    private Optional<String> shrunk() {
        long now = number("SELECT count(*) FROM (" + inForce() + ")");
        long sent = number("SELECT count(DISTINCT key) FROM " + table);
        boolean ofSubscribers = list == FileKind.SUBSCRIBERS_LIST || list == FileKind.PAIRING_LIST;
        double share = (ofSubscribers ? terms.subscriberShare() : terms.share()).doubleValue();
        long fewest = Math.max(1, (long) Math.ceil(share * now));
        if (ofSubscribers) {
            fewest = Math.max(fewest, now - terms.subscriberRows());
        }
        return now == 0 || sent >= fewest
                ? Optional.empty()
                : Optional.of(
                        "entries of the whole list: " + sent + ", at least " + fewest + " of the " + now + " in force");
    }

    private String inForce() {
        return "SELECT key FROM in_force WHERE list = " + Database.literal(list.written())
                + (list == FileKind.BARRED_TAC_LIST ? " AND length(key) = 8" : "");
    }

    private void flush() {
        if (buffered.isEmpty()) {
            return;
        }
        synchronized (archive) {
            try (DuckDBAppender rows = database.connection().createAppender("main", table)) {
                for (Row row : buffered) {
                    rows.beginRow()
                            .append(row.number)
                            .append(row.key)
                            .append(row.content)
                            .append(row.change)
                            .endRow();
                }
            } catch (SQLException e) {
                throw new ArchiveFailure("the entries of a list could not be written beside the archive", e);
            }
        }
        buffered.clear();
    }

    private long number(String query) {
        synchronized (archive) {
            return database.number(query);
        }
    }

    private void run(String sql) {
        synchronized (archive) {
            database.run(sql);
        }
    }

    @Override
    public void close() {
        run("DROP TABLE IF EXISTS " + table);
    }
}
