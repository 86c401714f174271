package kz.legality.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Measures every side at every size, in rounds that take turns, so that what disturbs the machine disturbs all. The first round does
 * not count: the virtual machine compiles the sides' code in it, of which one has more than another.
 */
final class Comparison {
    private static final int ROUNDS = 3;
    /** For what the last side left to the system: files to write back and to forget. */
    private static final Duration SETTLING = Duration.ofMillis(500);

    /** Events a second of one side, opened empty, at one size. */
    interface Trial {
        double rate(Side side, int size) throws Exception;
    }

    private final Map<Integer, Map<Side.Kind, List<Double>>> rates = new TreeMap<>();

    static Comparison of(List<Integer> sizes, Trial trial) throws Exception {
        Comparison comparison = new Comparison();
        for (int round = 0; round <= ROUNDS; round++) {
            for (int size : sizes) {
                for (Side.Kind kind : present()) {
                    double rate = measure(kind, size, trial);
                    if (round > 0) {
                        comparison.note(kind, size, rate);
                    }
                }
            }
        }
        return comparison;
    }

    private static double measure(Side.Kind kind, int size, Trial trial) throws Exception {
        try (Scratch scratch = Scratch.make()) {
            Path directory = scratch.directory().resolve("side");
            Thread.sleep(SETTLING);
            try (Side side = kind.open(directory)) {
                double rate = trial.rate(side, size);
                System.err.printf("%s at %,d: %,.0f events/s%n", kind.written, size, rate);
                return rate;
            }
        }
    }

    private void note(Side.Kind kind, int size, double rate) {
        rates.computeIfAbsent(size, absent -> new EnumMap<>(Side.Kind.class))
                .computeIfAbsent(kind, absent -> new ArrayList<>())
                .add(rate);
    }

    /** Medians of the rounds, and how ours compares. */
    void print(String sizes) {
        List<Side.Kind> others =
                present().stream().filter(kind -> kind != Side.Kind.LEDGER).toList();
        List<String> columns = new ArrayList<>(List.of(sizes));
        present().forEach(kind -> columns.add(kind.written + ", events/s"));
        others.forEach(kind -> columns.add("ours / " + kind.written));
        Table table = Table.of(columns.toArray(String[]::new));
        rates.forEach((size, measured) -> {
            double ours = Table.median(measured.getOrDefault(Side.Kind.LEDGER, List.of()));
            List<String> row = new ArrayList<>(List.of(Table.whole(size)));
            for (Side.Kind kind : present()) {
                row.add(Table.whole(Table.median(measured.getOrDefault(kind, List.of()))));
            }
            for (Side.Kind kind : others) {
                row.add(Table.ratio(ours / Table.median(measured.getOrDefault(kind, List.of()))));
            }
            table.row(row.toArray(String[]::new));
        });
        table.print();
    }

    private static List<Side.Kind> present() {
        return Stream.of(Side.Kind.values()).filter(Side.Kind::isThere).toList();
    }
}
