package kz.legality.evidence.log;

import java.nio.file.Path;
import java.util.Random;
import kz.legality.evidence.log.rocksdb.RocksStreamMap;

/**
 * Keeps a log of {@link GrowingEvents} until it is killed. Arguments: its directory, how many events there were before, a
 * seed for how they come.
 */
final class LoggingChild {
    private static final int STRETCH_MAX = 3_000;

    private LoggingChild() {}

    public static void main(String[] arguments) {
        Path directory = Path.of(arguments[0]);
        Random random = new Random(Long.parseLong(arguments[2]));
        GrowingEvents events = new GrowingEvents();
        events.growTo(Long.parseLong(arguments[1]));
        try (EvidenceLog log = EvidenceLog.open(
                directory.resolve("log"),
                events,
                LogKeys.openOrCreate(directory.resolve("keys"), "legality.test/log"),
                RocksStreamMap.open(directory.resolve("map")))) {
            while (true) {
                events.growTo(events.count() + random.nextInt(STRETCH_MAX));
                log.catchUp((done, due) -> {});
            }
        }
    }
}
