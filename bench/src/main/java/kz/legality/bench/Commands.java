package kz.legality.bench;

import java.time.Duration;
import java.util.List;

/** Single events by many callers: each waits until its own is on the disk. Arguments: seconds for each measurement. */
final class Commands {
    private static final Duration WARM_UP = Duration.ofSeconds(1);
    private static final int SECONDS = 3;

    private Commands() {}

    static void run(List<String> arguments) throws Exception {
        Duration measured = Duration.ofSeconds(arguments.isEmpty() ? SECONDS : Integer.parseInt(arguments.getFirst()));
        Comparison.of(
                        List.of(1, 8, 64),
                        (side, callers) -> Callers.rate(
                                callers, WARM_UP, measured, number -> side.append(List.of(Devices.first(number)))))
                .print("callers, one event each");
    }
}
