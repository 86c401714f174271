package kz.legality.query.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import kz.legality.policy.Policies;
import kz.legality.policy.Policy;
import kz.legality.query.QuerySide;
import kz.legality.query.StoredJson;
import kz.legality.query.projection.Progress;
import kz.legality.query.store.ReadStore;
import kz.legality.query.store.rocksdb.RocksReadStore;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.Serializer;

/**
 * How fast all views are built, in one pass, in an empty read store. Arguments: devices, events, directory (is emptied).
 * First reads the events alone, to say what of the time is theirs.
 */
public final class MeasureReplay {
    private static final long REPORT_EVERY_EVENTS = 500_000;

    private MeasureReplay() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        long devices = Long.parseLong(arguments[0]);
        long events = Long.parseLong(arguments[1]);
        Path directory = Path.of(arguments[2]);
        empty(directory);
        Serializer serializer = StoredJson.serializer();
        SyntheticEvents source = new SyntheticEvents(serializer, devices, events);
        System.out.printf("%,d events of %,d devices, %d bytes each at first%n", events, devices, source.bytesOf(0));
        System.out.printf("reading alone:  %,.0f events/s%n", readAlone(source, Math.min(events, 1_000_000)));

        try (ReadStore store = RocksReadStore.open(directory);
                QuerySide query =
                        QuerySide.open(store, source, serializer, Policies.always(Policy.kazakhstan()), "measure")) {
            double cpuBefore = cpuSeconds();
            long began = System.nanoTime();
            List<Progress> reported = new ArrayList<>();
            query.projections().catchUp(progress -> report(reported, progress));
            double seconds = (System.nanoTime() - began) / 1e9;
            System.out.printf(
                    "all views: %,.0f events/s, %.1f s (%.1f s of CPU), %,d MB on disk, %s%n",
                    events / seconds,
                    seconds,
                    cpuSeconds() - cpuBefore,
                    sizeOf(directory) >> 20,
                    query.lists().counts());
        }
    }

    private static double readAlone(SyntheticEvents source, long events) throws InterruptedException {
        long began = System.nanoTime();
        long bytes = 0;
        try (BlockingStream<TrackedEventMessage<?>> stream = source.openStream(source.createTailToken())) {
            for (long i = 0; i < events; i++) {
                bytes += stream.nextAvailable().getPayload() == null ? 0 : 1;
            }
        }
        return bytes / ((System.nanoTime() - began) / 1e9);
    }

    /** All threads', the compilers' and RocksDB's among them: what other programs take from the machine is not in it. */
    private static double cpuSeconds() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
    }

    private static void report(List<Progress> reported, Progress progress) {
        long before = reported.isEmpty() ? 0 : reported.getLast().done();
        if (progress.done() - before >= REPORT_EVERY_EVENTS) {
            reported.add(progress);
            System.out.printf(
                    "  %,d done, %,.0f events/s so far, %d s left%n",
                    progress.done(),
                    progress.eventsPerSecond(),
                    progress.timeLeft().toSeconds());
        }
    }

    private static void empty(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static long sizeOf(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }
}
