package kz.legality.bench;

import java.util.List;
import java.util.stream.LongStream;

/** Many events of as many new streams in one append, by one caller. Arguments: events for each measurement. */
final class Batches {
    private static final int EVENTS = 100_000;

    private Batches() {}

    static void run(List<String> arguments) throws Exception {
        int events = arguments.isEmpty() ? EVENTS : Integer.parseInt(arguments.getFirst());
        Comparison.of(List.of(500, 5_000), (side, batch) -> rate(side, batch, events))
                .print("events in one append");
    }

    private static double rate(Side side, int batch, int events) {
        long began = System.nanoTime();
        for (long from = 0; from < events; from += batch) {
            side.append(LongStream.range(from, from + batch)
                    .mapToObj(Devices::first)
                    .toList());
        }
        return events * 1e9 / (System.nanoTime() - began);
    }
}
