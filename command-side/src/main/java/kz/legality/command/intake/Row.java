package kz.legality.command.intake;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kz.legality.command.intake.Column.Presence;
import kz.legality.identifier.Malformed;
import org.jspecify.annotations.Nullable;

/** A row under the header of its file: gives the value of each column, or says what is wrong with it. */
final class Row {
    private final RowForm form;
    private final Header header;
    private final CsvRow sent;

    /** @throws FlawedRow when it has not the shape its header says */
    Row(RowForm form, Header header, CsvRow sent) {
        if (sent.flaw() != null) {
            throw new FlawedRow("", sent.flaw());
        }
        if (sent.cells().size() != header.names().size()) {
            throw new FlawedRow(
                    "",
                    "the row has " + sent.cells().size() + " cells, the header "
                            + header.names().size());
        }
        this.form = form;
        this.header = header;
        this.sent = sent;
    }

    /** @throws FlawedRow when the cell is blank or malformed */
    <T> T the(Column<T> column) {
        T value = ifGiven(column);
        if (value == null) {
            throw new FlawedRow(column.name(), "it is empty");
        }
        return value;
    }

    /**
     * Null where the cell is blank or the column was left out.
     *
     * @throws FlawedRow when the cell is malformed
     */
    <T> @Nullable T ifGiven(Column<T> column) {
        String cell = cellAt(header.places()[column.ordinal()]);
        if (cell.isEmpty()) {
            return null;
        }
        try {
            return column.reads().of(cell);
        } catch (Malformed e) {
            throw new FlawedRow(column.name(), Reason.of(e));
        }
    }

    /** Whether the file has the column, blank or not. */
    boolean has(Column<?> column) {
        return header.places()[column.ordinal()] >= 0;
    }

    /** What stands under the columns that the kind does not know, by their names; blank cells are left out. */
    Map<String, String> others() {
        Map<String, String> others = new TreeMap<>();
        for (int place : header.others()) {
            String cell = cellAt(place);
            if (!cell.isEmpty()) {
                others.put(header.names().get(place), cell);
            }
        }
        return Collections.unmodifiableMap(others);
    }

    String quarantineFile() {
        return cellAt(header.quarantineFile());
    }

    String quarantineRow() {
        return cellAt(header.quarantineRow());
    }

    /** The first column at fault, with everything that is wrong in the row. */
    FlawedRow everyFlaw() {
        List<FlawedRow> flaws = new ArrayList<>();
        for (Column<?> column : form.columns().all()) {
            try {
                if (ifGiven(column) == null && column.presence() == Presence.REQUIRED) {
                    flaws.add(new FlawedRow(column.name(), "it is empty"));
                }
            } catch (FlawedRow flaw) {
                flaws.add(flaw);
            }
        }
        FlawedRow first = flaws.getFirst();
        if (flaws.size() == 1) {
            return first;
        }
        return new FlawedRow(
                first.column(),
                flaws.stream().map(flaw -> flaw.column() + ": " + flaw.reason()).collect(Collectors.joining("; ")));
    }

    private String cellAt(int place) {
        return place < 0 ? "" : form.cell(sent.cells().get(place));
    }
}
