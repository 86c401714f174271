package kz.legality.evidence.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import kz.legality.evidence.log.rocksdb.RocksStreamMap;
import kz.legality.evidence.proof.Checkpoint;
import kz.legality.evidence.proof.SignedNote;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the process that keeps the log, at random moments, again and again. Somebody outside reads its checkpoint all the
 * while: what he saw must be, every time, the one tree there is. {@code -Dlog.kills=N} kills more often.
 */
class LogKilledTest {
    private static final int KILLS = Integer.getInteger("log.kills", 12);
    private static final int ALIVE_MILLIS_MAX = 900;
    private static final int LOOKS_EVERY_MILLIS = 3;

    @TempDir
    private Path directory;

    /** What the witness outside saw: the root of each size. */
    private final Map<Long, String> seen = new TreeMap<>();

    @Test
    void killed_anywhere_it_goes_on_and_never_shows_two_trees_of_one_size() throws Exception {
        Files.createDirectories(directory.resolve("map"));
        Random random = new Random(20261128);
        for (int kill = 0; kill < KILLS; kill++) {
            long before = newest();
            Process child = start(random.nextLong());
            // The clock starts with the first sign of life: starting a JVM is not what is to be interrupted.
            long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (newest() == before && child.isAlive() && System.nanoTime() < patience) {
                Thread.sleep(LOOKS_EVERY_MILLIS);
            }
            long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(random.nextInt(ALIVE_MILLIS_MAX));
            while (System.nanoTime() < until) {
                look();
                Thread.sleep(LOOKS_EVERY_MILLIS);
            }
            assertThat(child.isAlive()).as(this::said).isTrue();
            child.destroyForcibly().waitFor();
            look();
        }
        assertThat(seen.size()).as("checkpoints seen").isGreaterThan(KILLS);

        GrowingEvents events = new GrowingEvents();
        events.growTo(LoggingChild.eventsKept(directory));
        try (EvidenceLog recovered = open(directory, events)) {
            recovered.catchUp((done, due) -> {});
            assertThat(recovered.check((done, due) -> {})).isEmpty();
        }
        Path never = Files.createDirectories(directory.resolve("never-killed"));
        Files.createDirectories(never.resolve("map"));
        // The same keys: the salts of the entries follow from them.
        Files.move(directory.resolve("keys"), never.resolve("keys"));
        try (EvidenceLog reference = open(never, events)) {
            reference.catchUp((done, due) -> {});
            seen.forEach((size, root) -> assertThat(rootOf(reference, size))
                    .as("root of size %d", size)
                    .isEqualTo(root));
        }
    }

    private static String rootOf(EvidenceLog log, long size) {
        return Base64.getEncoder().encodeToString(log.root(size));
    }

    private static EvidenceLog open(Path directory, RecordedEvents events) {
        return EvidenceLog.open(
                directory.resolve("log"),
                events,
                LogKeys.openOrCreate(directory.resolve("keys"), "legality.test/log"),
                RocksStreamMap.open(directory.resolve("map")));
    }

    private Process start(long seed) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        LoggingChild.class.getName(),
                        directory.toString(),
                        Long.toString(seed))
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("child.txt").toFile())
                .start();
    }

    private String said() {
        try {
            return Files.readString(directory.resolve("child.txt"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** The size of the newest checkpoint; 0 before the first. */
    private long newest() throws IOException {
        look();
        return seen.isEmpty()
                ? 0
                : seen.keySet().stream().reduce((one, other) -> other).orElseThrow();
    }

    private void look() throws IOException {
        try {
            Checkpoint checkpoint =
                    Checkpoint.parse(SignedNote.parse(Files.readString(directory.resolve("log/checkpoint")))
                            .text());
            String root = Base64.getEncoder().encodeToString(checkpoint.root());
            assertThat(seen.putIfAbsent(checkpoint.size(), root)).isIn(null, root);
        } catch (NoSuchFileException notYet) {
            // The first child has not come so far.
        }
    }
}
