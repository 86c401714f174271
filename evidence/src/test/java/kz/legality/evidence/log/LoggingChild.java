package kz.legality.evidence.log;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Random;
import kz.legality.evidence.log.rocksdb.RocksStreamMap;

/**
 * Keeps a log of {@link GrowingEvents} until it is killed. Arguments: its directory, a seed for how events come. As in the
 * ledger, events are there for good before the log takes them in: their number is kept in a file.
 */
final class LoggingChild {
    private static final int STRETCH_MAX = 3_000;

    private LoggingChild() {}

    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[0]);
        Random random = new Random(Long.parseLong(arguments[1]));
        GrowingEvents events = new GrowingEvents();
        events.growTo(eventsKept(directory));
        try (RandomAccessFile kept = kept(directory);
                EvidenceLog log = EvidenceLog.open(
                        directory.resolve("log"),
                        events,
                        LogKeys.openOrCreate(directory.resolve("keys"), "legality.test/log"),
                        RocksStreamMap.open(directory.resolve("map")))) {
            while (true) {
                long grown = events.count() + random.nextInt(STRETCH_MAX);
                kept.seek(0);
                // One call of the system: a kill leaves the old number or the new one.
                kept.write(ByteBuffer.allocate(Long.BYTES).putLong(grown).array());
                events.growTo(grown);
                log.catchUp((done, due) -> {});
            }
        }
    }

    /** How many events the last child left; 0 before the first. */
    static long eventsKept(Path directory) throws IOException {
        try (RandomAccessFile kept = kept(directory)) {
            return kept.length() == 0 ? 0 : kept.readLong();
        }
    }

    private static RandomAccessFile kept(Path directory) throws IOException {
        return new RandomAccessFile(directory.resolve("events").toFile(), "rw");
    }
}
