package kz.legality.command.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kz.legality.command.intake.Column.Presence;

/**
 * The first record of a file: which cell of a row stands under which column.
 *
 * @param names as the file orders them
 * @param places of the kind's columns by their ordinals; -1 where one was left out
 * @param others places of the columns the kind does not know but takes
 */
record Header(List<String> names, int[] places, List<Integer> others, int quarantineFile, int quarantineRow) {
    static final String QUARANTINE_FILE = "quarantine_file";
    static final String QUARANTINE_ROW = "quarantine_row";
    static final String QUARANTINE_COLUMN = "quarantine_column";
    static final String QUARANTINE_REASON = "quarantine_reason";

    /** What the quarantine's CSV adds to the columns of the file; a mended file may bring it back. */
    static final List<String> ADDED_BY_QUARANTINE =
            List.of(QUARANTINE_FILE, QUARANTINE_ROW, QUARANTINE_COLUMN, QUARANTINE_REASON);

    private static final int LEFT_OUT = -1;

    /** What may be a column's name: a cell with many digits may be somebody's number, and is not repeated. */
    private static final Pattern REPEATABLE = Pattern.compile("(?!.*\\d{4})[\\p{L}\\p{N}_ ().-]{1,40}");

    /** Reads the first record. */
    static Header of(CsvRows rows, RowForm form) throws IOException {
        CsvRow first = rows.next();
        if (first == null) {
            throw new Unreadable("the file is empty: it has not even a header");
        }
        if (first.flaw() != null) {
            throw new Unreadable("the header cannot be read: " + first.flaw());
        }
        List<String> names = first.cells().stream().map(form::columnName).toList();
        List<Column<?>> columns = form.columns().all();
        int[] places = columns.stream()
                .mapToInt(column -> names.indexOf(column.name()))
                .toArray();
        requireHeaderOfItsKind(names, places, form);
        requireNoneTwice(names);
        requireAllNeeded(columns, places);
        List<Integer> others = othersOf(names, columns);
        if (!form.takesOtherColumns() && !others.isEmpty()) {
            String unknown =
                    others.stream().map(place -> shown(names.get(place), place)).collect(Collectors.joining(", "));
            throw new Unreadable("unknown column " + unknown + "; the columns of "
                    + form.kind().written() + " are " + form.columns().named());
        }
        return new Header(names, places, others, names.indexOf(QUARANTINE_FILE), names.indexOf(QUARANTINE_ROW));
    }

    /** The columns a quarantined row is shown under: without those that an earlier quarantine added. */
    static boolean isAddedByQuarantine(String name) {
        return ADDED_BY_QUARANTINE.contains(name);
    }

    private static void requireHeaderOfItsKind(List<String> names, int[] places, RowForm form) throws Unreadable {
        if (Arrays.stream(places).anyMatch(place -> place != LEFT_OUT)) {
            return;
        }
        Optional<String> separator = List.of(";", "\t", "|").stream()
                .filter(it -> names.size() == 1 && names.get(0).contains(it))
                .findFirst();
        if (separator.isPresent()) {
            throw new Unreadable("columns are separated by commas, this file's by '"
                    + separator.get().replace("\t", "\\t") + "'");
        }
        throw new Unreadable("the first row is not the header of " + form.kind().written() + "; its columns are "
                + form.columns().named());
    }

    private static void requireNoneTwice(List<String> names) throws Unreadable {
        Set<String> seen = new HashSet<>();
        for (int place = 0; place < names.size(); place++) {
            if (!seen.add(names.get(place))) {
                throw new Unreadable("column " + shown(names.get(place), place) + " stands twice in the header");
            }
        }
    }

    private static void requireAllNeeded(List<Column<?>> columns, int[] places) throws Unreadable {
        List<String> missing = columns.stream()
                .filter(column -> column.presence() != Presence.MAY_BE_LEFT_OUT)
                .filter(column -> places[column.ordinal()] == LEFT_OUT)
                .map(column -> "'" + column.name() + "'")
                .toList();
        if (!missing.isEmpty()) {
            throw new Unreadable("missing column " + String.join(", ", missing));
        }
    }

    private static List<Integer> othersOf(List<String> names, List<Column<?>> columns) {
        Set<String> known = columns.stream().map(Column::name).collect(Collectors.toSet());
        List<Integer> others = new ArrayList<>();
        for (int place = 0; place < names.size(); place++) {
            if (!known.contains(names.get(place)) && !isAddedByQuarantine(names.get(place))) {
                others.add(place);
            }
        }
        return List.copyOf(others);
    }

    private static String shown(String name, int place) {
        return REPEATABLE.matcher(name).matches() ? "'" + name + "'" : "number " + (place + 1);
    }
}
