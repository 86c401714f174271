package kz.legality.command.intake;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import kz.legality.command.intake.Quarantine.Waiting;
import kz.legality.secrecy.FieldSeal;
import kz.legality.secrecy.Personal;
import kz.legality.secrecy.SubjectKeys;

/**
 * Writes a quarantine as a file that can be mended and sent again: the columns of the file, and after them which row of
 * which file it was, the column at fault and why. Holds what was sent in the clear, so it is for the sender's eyes.
 */
public final class QuarantineCsv {
    private static final String END_OF_LINE = "\r\n";

    private final SubjectKeys keys;

    public QuarantineCsv(SubjectKeys keys) {
        this.keys = keys;
    }

    /** Rows whose key was destroyed keep their number and reason, without their cells. */
    public void write(Quarantine quarantine, Appendable out) throws IOException {
        List<String> columns = quarantine.columns();
        List<String> kept = columns.stream()
                .filter(column -> !Header.isAddedByQuarantine(column))
                .toList();
        out.append(record(Stream.concat(kept.stream(), Header.ADDED_BY_QUARANTINE.stream())));
        try (Stream<Waiting> rows = quarantine.rows()) {
            rows.forEach(row -> write(row, columns, quarantine, out));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void write(Waiting row, List<String> columns, Quarantine quarantine, Appendable out) {
        List<String> cells = inShape(open(row), columns.size());
        List<String> written = new ArrayList<>();
        String files = quarantine.file().sha256();
        String numbers = Long.toString(row.row());
        for (int i = 0; i < columns.size(); i++) {
            switch (columns.get(i)) {
                case Header.QUARANTINE_FILE -> files = (files + " " + cells.get(i)).strip();
                case Header.QUARANTINE_ROW -> numbers = (numbers + " " + cells.get(i)).strip();
                case Header.QUARANTINE_COLUMN, Header.QUARANTINE_REASON -> {}
                default -> written.add(cells.get(i));
            }
        }
        written.addAll(List.of(files, numbers, row.column(), row.reason()));
        try {
            out.append(record(written.stream()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> open(Waiting row) {
        Optional<String> record = switch (row.cells()) {
            case Personal.Open<String> open -> Optional.of(open.value());
            case Personal.Sealed<String> sealed -> {
                Optional<SecretKey> key = keys.find(sealed.subject());
                yield key.map(it -> FieldSeal.open(sealed, row.place(), it).value());
            }
        };
        return record.filter(it -> !it.isEmpty()).map(QuarantineCsv::cellsOf).orElse(List.of());
    }

    private static List<String> cellsOf(String record) {
        return CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofSingleCsvRecord(record)
                .getFields();
    }

    /** A row with too few cells ends in blank ones; of one with too many the last shows all that are left. */
    private static List<String> inShape(List<String> cells, int count) {
        List<String> shaped = new ArrayList<>(cells);
        while (shaped.size() < count) {
            shaped.add("");
        }
        if (shaped.size() > count) {
            String last = shaped.subList(count - 1, shaped.size()).stream()
                    .map(CsvRow::quoted)
                    .collect(Collectors.joining(","));
            shaped.subList(count - 1, shaped.size()).clear();
            shaped.add(last);
        }
        return shaped;
    }

    private static String record(Stream<String> cells) {
        return cells.map(CsvRow::quoted).collect(Collectors.joining(",")) + END_OF_LINE;
    }
}
