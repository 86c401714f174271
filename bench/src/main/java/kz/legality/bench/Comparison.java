package kz.legality.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Measures every side at every size, in rounds that take turns, so that what disturbs the machine disturbs all. */
final class Comparison {
    private static final int ROUNDS = 3;

    /** Events a second of one side, opened empty, at one size. */
    interface Trial {
        double rate(Side side, int size) throws Exception;
    }

    private final Map<Integer, Map<Side.Kind, List<Double>>> rates = new TreeMap<>();

    static Comparison of(List<Integer> sizes, Trial trial) throws Exception {
        Comparison comparison = new Comparison();
        for (int round = 0; round < ROUNDS; round++) {
            for (int size : sizes) {
                for (Side.Kind kind : Side.Kind.values()) {
                    comparison.measure(kind, size, trial);
                }
            }
        }
        return comparison;
    }

    private void measure(Side.Kind kind, int size, Trial trial) throws Exception {
        try (Scratch scratch = Scratch.make()) {
            Path directory = scratch.directory().resolve("side");
            try (Side side = kind.open(directory)) {
                double rate = trial.rate(side, size);
                rates.computeIfAbsent(size, absent -> new EnumMap<>(Side.Kind.class))
                        .computeIfAbsent(kind, absent -> new ArrayList<>())
                        .add(rate);
                System.err.printf("%s at %,d: %,.0f events/s%n", kind.written, size, rate);
            }
        }
    }

    /** Medians of the rounds, and how ours compares. */
    void print(String sizes) {
        Table table = Table.of(
                sizes,
                Side.Kind.LEDGER.written + ", events/s",
                Side.Kind.SQLITE.written + ", events/s",
                Side.Kind.FILE.written + ", events/s",
                "ours / file",
                "ours / SQLite");
        rates.forEach((size, measured) -> {
            double ours = Table.median(measured.getOrDefault(Side.Kind.LEDGER, List.of()));
            double sqlite = Table.median(measured.getOrDefault(Side.Kind.SQLITE, List.of()));
            double file = Table.median(measured.getOrDefault(Side.Kind.FILE, List.of()));
            table.row(
                    Table.whole(size),
                    Table.whole(ours),
                    Table.whole(sqlite),
                    Table.whole(file),
                    Table.ratio(ours / file),
                    Table.ratio(ours / sqlite));
        });
        table.print();
    }
}
