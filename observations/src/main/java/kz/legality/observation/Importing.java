package kz.legality.observation;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import kz.legality.identifier.FileHash;
import kz.legality.observation.Imported.Unread;
import kz.legality.secrecy.SubjectForgotten;
import kz.legality.sourcefile.FileEvent.ArchivedPart;

/** From an operator's file to files of the archive: one for each month, named by the file they came from. */
final class Importing {
    /** A nonce that comes twice is a coincidence; twice in a row it is none. */
    private static final int WRITING_ATTEMPTS_MAX = 3;

    private final Database database;
    private final ArchiveTerms terms;
    private final MonthKeys keys;
    private final Path archive;
    private final Path staging;

    Importing(Database database, ArchiveTerms terms, MonthKeys keys, Path archive, Path staging) {
        this.database = database;
        this.terms = terms;
        this.keys = keys;
        this.archive = archive;
        this.staging = staging;
    }

    /**
     * A crash in it leaves files that no event names; taking the same file in again writes the same ones over them.
     *
     * @throws ObservationsRefused when nothing of it is to be taken
     */
    Imported take(FileHash file, OperatorFileName name, Path sent) throws IOException, ObservationsRefused {
        Files.createDirectories(staging);
        Path unpacked = staging.resolve(file + ".unpacked");
        try {
            OperatorFileText text = OperatorFileText.of(sent, unpacked);
            read(text);
            List<Unread> quarantined = quarantined();
            new Guarding(database, terms).judge(name, text.columns().contains("rat"), quarantined.size());
            List<ArchivedPart> parts = archive(file, name);
            long rows = database.number("SELECT count(*) FROM seen WHERE fault IS NULL");
            long malformed = database.number("SELECT count(*) FROM seen WHERE fault IS NULL AND imei_raw IS NOT NULL");
            long kept = parts.stream().mapToLong(ArchivedPart::rows).sum();
            return new Imported(
                    name.operator(),
                    name.from(),
                    name.to(),
                    text.columns(),
                    rows,
                    rows - kept,
                    malformed,
                    quarantined,
                    parts);
        } finally {
            database.run(
                    "DROP TABLE IF EXISTS seen; DROP TABLE IF EXISTS rejected; DROP TABLE IF EXISTS rejected_scans");
            Files.deleteIfExists(unpacked);
        }
    }

    private void read(OperatorFileText text) throws ObservationsRefused {
        try {
            OperatorFile.read(text, terms, database);
        } catch (ArchiveFailure unreadable) {
            throw new ObservationsRefused(
                    "the file cannot be read as CSV to its end (" + unreadable.getMessage() + ")");
        }
    }

    private List<Unread> quarantined() throws ObservationsRefused {
        int most = terms.guards().quarantinedRowsMax();
        List<Unread> torn = database.rows(
                "SELECT line, min(error_type), min(csv_line) FROM rejected GROUP BY line ORDER BY line LIMIT "
                        + (most + 1),
                row -> new Unread(
                        row.getLong(1) - 1,
                        "",
                        "is no row of this file: " + wordsFor(row.getString(2)),
                        row.getString(3)));
        List<Unread> faulty = database.rows(
                "SELECT rowid + 1, fault, cells FROM seen WHERE fault IS NOT NULL ORDER BY rowid LIMIT " + (most + 1),
                row -> new Unread(row.getLong(1), row.getString(2), reasonFor(row.getString(2)), row.getString(3)));
        if (torn.size() + faulty.size() > most) {
            throw new ObservationsRefused("more than " + most + " rows cannot be read");
        }
        List<Unread> all = new ArrayList<>(torn);
        int before = 0;
        for (Unread row : faulty) {
            while (before < torn.size() && torn.get(before).row() <= row.row() + before) {
                before++;
            }
            all.add(new Unread(row.row() + before, row.column(), row.reason(), row.cells()));
        }
        all.sort(Comparator.comparingLong(Unread::row));
        return List.copyOf(all);
    }

    private static String wordsFor(String error) {
        return error.toLowerCase(java.util.Locale.ROOT);
    }

    private static String reasonFor(String column) {
        return switch (column) {
            case "date" -> "is no day written YYYYMMDD from 2000 on";
            case "rat" -> "names a radio access type that is not known";
            default -> "is not 1 to 15 digits";
        };
    }

    private List<ArchivedPart> archive(FileHash file, OperatorFileName name) throws IOException, ObservationsRefused {
        List<LocalDate> months = database.rows(
                "SELECT DISTINCT CAST(date_trunc('month', day) AS DATE) FROM seen WHERE fault IS NULL ORDER BY 1",
                row -> row.getDate(1).toLocalDate());
        List<ArchivedPart> parts = new ArrayList<>();
        for (LocalDate first : months) {
            String month = YearMonth.from(first).toString();
            String path = "operator=" + name.operator() + "/month=" + month + "/" + file + ".parquet";
            Path staged = staging.resolve(file + "-" + month + ".parquet");
            write(YearMonth.from(first), staged);
            parts.add(settle(path, staged));
        }
        return List.copyOf(parts);
    }

    private void write(YearMonth month, Path staged) throws IOException, ObservationsRefused {
        String key = keyOf(month);
        String query = Database.query("archive", Map.of("month", month.atDay(1), "staged", staged));
        for (int attempt = 0; attempt < WRITING_ATTEMPTS_MAX; attempt++) {
            database.run(query.replace("$key", key));
            if (SealedParquet.hasDistinctNonces(staged)) {
                return;
            }
        }
        throw new IOException("a file of the archive could not be sealed");
    }

    private String keyOf(YearMonth month) throws ObservationsRefused {
        try {
            return keys.configuration(month);
        } catch (SubjectForgotten destroyed) {
            throw new ObservationsRefused("rows of " + month + " are kept no longer");
        }
    }

    private ArchivedPart settle(String path, Path staged) throws IOException {
        try (FileChannel channel = FileChannel.open(staged, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        FileHash sha256 = Hashing.sha256(staged);
        Path settled = archive.resolve(path);
        Files.createDirectories(settled.getParent());
        Files.move(staged, settled, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        if (!settled.toFile().setReadOnly()) {
            throw new IOException(settled.getFileName() + " could not be made read-only");
        }
        try (FileChannel folder = FileChannel.open(settled.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
        long rows = database.number("SELECT count(*) FROM ("
                + keys.rowsOf(List.of(path), archive, "day").orElseThrow() + ")");
        return new ArchivedPart(path, sha256, rows, Files.size(settled));
    }
}
