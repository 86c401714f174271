package kz.legality.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A Markdown table. */
final class Table {
    private final List<List<String>> rows = new ArrayList<>();

    private Table() {}

    static Table of(String... columns) {
        Table table = new Table();
        table.row(columns);
        return table;
    }

    Table row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    void print() {
        StringBuilder text = new StringBuilder("\n");
        for (List<String> row : rows) {
            text.append("| ").append(String.join(" | ", row)).append(" |\n");
            if (row == rows.getFirst()) {
                text.append("|---".repeat(row.size())).append("|\n");
            }
        }
        System.out.println(text);
    }

    static String whole(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }

    static String ratio(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    static String mebibytes(long bytes) {
        return bytes < 0 ? "not known on this system" : whole(bytes / 1024.0 / 1024.0) + " MiB";
    }

    static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElse(Double.NaN);
    }
}
