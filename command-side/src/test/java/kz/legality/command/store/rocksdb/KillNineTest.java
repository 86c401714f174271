package kz.legality.command.store.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import kz.legality.command.store.StoredDomainEvent;
import kz.legality.command.store.StoredEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a process that is appending, at any moment, opening included, and looks whether everything it was told is there. */
class KillNineTest {
    private static final long SEED = 20_260_511;
    private static final int KILLS = 200;
    private static final int WHOLE_WALK_EVERY_KILLS = 25;
    private static final int MILLIS_AFTER_FIRST_WORD_MAX = 350;
    private static final int MILLIS_FROM_START_MAX = 400;
    private static final long FIRST_WORD_MILLIS_MAX = 60_000;

    @TempDir
    Path home;

    private record Told(long position, String stream, long sequence, String id) {}

    @Test
    void every_acknowledged_event_outlives_two_hundred_kills() throws Exception {
        Random random = new Random(SEED);
        Path store = home.resolve("store");
        ChildJvm jvm = new ChildJvm(home);
        List<Told> everything = new ArrayList<>();
        int whileOpening = 0;
        long start = System.nanoTime();
        assertThat(run(jvm, store, "warm").waitFor())
                .as(() -> read(home.resolve("out")))
                .isZero();
        everything.addAll(told("warm"));

        for (int kill = 0; kill < KILLS; kill++) {
            String run = String.valueOf(kill);
            Process child =
                    jvm.start(AppendingChild.class, home.resolve("out"), store, words(run), run, Long.MAX_VALUE);
            if (random.nextInt(4) > 0) {
                awaitFirstWord(child, words(run));
                Thread.sleep(random.nextInt(MILLIS_AFTER_FIRST_WORD_MAX));
            } else {
                Thread.sleep(random.nextInt(MILLIS_FROM_START_MAX));
            }
            child.destroyForcibly().waitFor();
            List<Told> told = told(run);
            whileOpening += told.isEmpty() ? 1 : 0;
            everything.addAll(told);
            boolean wholeWalk = kill % WHOLE_WALK_EVERY_KILLS == 0 || kill == KILLS - 1;
            try (RocksEventStorageEngine engine = Stores.open(store)) {
                check(engine, wholeWalk ? everything : told, "seed " + SEED + ", kill " + kill);
                if (wholeWalk) {
                    assertThat(engine.verifyStore((checked, of) -> {}).firstFlaw())
                            .isEmpty();
                }
            }
            Files.deleteIfExists(words(run));
        }
        System.out.printf(
                "seed %d: %d kills in %d s, %d of them before the first append, %,d events acknowledged, none lost%n",
                SEED,
                KILLS,
                TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start),
                whileOpening,
                everything.size());
    }

    private Process run(ChildJvm jvm, Path store, String run) {
        return jvm.start(AppendingChild.class, home.resolve("out"), store, words(run), run, 20);
    }

    private void check(RocksEventStorageEngine engine, List<Told> told, String where) {
        for (Told one : told) {
            List<StoredEvent> found = engine.readStored(one.position(), 1);
            assertThat(found).as("%s: %s", where, one).hasSize(1);
            StoredDomainEvent event = (StoredDomainEvent) found.getFirst();
            assertThat(new Told(
                            event.position(),
                            event.getAggregateIdentifier(),
                            event.getSequenceNumber(),
                            event.getEventIdentifier()))
                    .as(where)
                    .isEqualTo(one);
        }
        told.stream().map(Told::stream).distinct().limit(10).forEach(stream -> {
            long last = told.stream()
                    .filter(one -> one.stream().equals(stream))
                    .mapToLong(Told::sequence)
                    .max()
                    .orElseThrow();
            assertThat(engine.readEvents(stream).asStream().count()).as(where).isGreaterThan(last);
        });
    }

    private Path words(String run) {
        return home.resolve("told-" + run);
    }

    /** A line without its end was cut by the kill; the event may or may not be there. */
    private List<Told> told(String run) throws IOException {
        if (!Files.exists(words(run))) {
            return List.of();
        }
        String text = Files.readString(words(run));
        return text.substring(0, text.lastIndexOf('\n') + 1)
                .lines()
                .map(line -> line.split(" "))
                .map(word -> new Told(Long.parseLong(word[0]), word[1], Long.parseLong(word[2]), word[3]))
                .toList();
    }

    private void awaitFirstWord(Process child, Path words) throws Exception {
        long start = System.nanoTime();
        while (!Files.exists(words) || Files.size(words) == 0) {
            assertThat(child.isAlive()).as(() -> read(home.resolve("out"))).isTrue();
            assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)).isLessThan(FIRST_WORD_MILLIS_MAX);
            Thread.sleep(2);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
