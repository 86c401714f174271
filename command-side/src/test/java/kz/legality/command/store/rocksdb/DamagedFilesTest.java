package kz.legality.command.store.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import kz.legality.command.store.CorruptStoreException;
import kz.legality.command.store.StoredEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files cut short and bits turned over. What was acknowledged is read back whole, or its absence is called by its name. */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DamagedFilesTest {
    private static final long SEED = 20_260_512;
    private static final int DAMAGES_PER_KIND = 40;
    private static final int STREAMS = 150;
    private static final int ROUNDS = 12;

    @TempDir
    Path home;

    private Path sound;
    private long acknowledged;

    @BeforeEach
    void a_store_as_a_crash_leaves_it() throws IOException {
        sound = home.resolve("sound");
        try (RocksEventStorageEngine engine = open(home.resolve("live"))) {
            Random random = new Random(SEED);
            for (int round = 0; round < ROUNDS; round++) {
                for (int stream = 0; stream < STREAMS; stream++) {
                    String noise = random.ints(150, 'a', 'z')
                            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                            .toString();
                    engine.append(List.of(Stores.event("stream-" + stream, round, noise)));
                }
            }
            acknowledged = engine.size();
            Stores.copy(home.resolve("live"), sound);
        }
        assertThat(newest(sound, ".sst")).isNotNull();
        assertThat(Files.size(newest(sound, ".log"))).isPositive();
    }

    @Test
    void a_torn_last_write_is_forgotten_because_nobody_was_told() throws IOException {
        Path torn = home.resolve("torn");
        Stores.copy(sound, torn);
        Path log = newest(torn, ".log");
        try (RocksEventStorageEngine engine = open(home.resolve("more"), sound)) {
            engine.append(List.of(Stores.event("never-told", 0)));
            byte[] before = Files.readAllBytes(log);
            byte[] record = Files.readAllBytes(newest(home.resolve("more"), ".log"));
            byte[] cut = Arrays.copyOf(before, before.length + record.length / 2);
            System.arraycopy(record, 0, cut, before.length, record.length / 2);
            Files.write(log, cut);
        }

        try (RocksEventStorageEngine engine = open(torn)) {
            assertThat(engine.size()).isEqualTo(acknowledged);
            assertThat(engine.verifyStore((checked, of) -> {}).firstFlaw()).isEmpty();
            assertThat(engine.append(List.of(Stores.event("never-told", 0)))).isEqualTo(acknowledged);
        }
    }

    @Test
    void an_acknowledged_last_write_cut_short_is_named_and_nothing_is_touched() throws IOException {
        Path log = newest(sound, ".log");
        Files.write(log, Arrays.copyOf(Files.readAllBytes(log), (int) Files.size(log) - 1));
        byte[] left = Files.readAllBytes(log);

        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(() -> open(sound))
                    .isInstanceOf(CorruptStoreException.class)
                    .hasMessageContaining(sound.toString())
                    .hasMessageContaining("up to position " + (acknowledged - 1) + " were acknowledged")
                    .hasMessageContaining("cannot be read is " + (acknowledged - 1));
            assertThat(Files.readAllBytes(log)).isEqualTo(left);
        }
    }

    @Test
    void a_bit_flipped_in_the_acknowledged_last_write_is_no_torn_write() throws IOException {
        flip(newest(sound, ".log"), Files.size(newest(sound, ".log")) - 3, 4);

        assertThatThrownBy(() -> open(sound))
                .isInstanceOf(CorruptStoreException.class)
                .hasMessageContaining("were acknowledged");
    }

    @Test
    void a_log_that_is_gone_is_missed() throws IOException {
        Files.delete(newest(sound, ".log"));

        assertThatThrownBy(() -> open(sound)).isInstanceOf(CorruptStoreException.class);
    }

    @Test
    void a_store_without_its_pointer_file_is_no_new_store() throws IOException {
        Files.delete(sound.resolve("CURRENT"));
        Files.delete(sound.resolve("acknowledged.mark"));

        assertThatThrownBy(() -> open(sound))
                .isInstanceOf(CorruptStoreException.class)
                .hasMessageContaining("CURRENT is gone");
    }

    @Test
    void an_unreadable_mark_is_forgiven_where_the_log_is_sound() throws IOException {
        flip(sound.resolve("acknowledged.mark"), 5, 1);

        try (RocksEventStorageEngine engine = open(sound)) {
            assertThat(engine.size()).isEqualTo(acknowledged);
        }
    }

    @Test
    void whatever_is_damaged_no_acknowledged_event_is_lost_without_a_word() throws IOException {
        Random random = new Random(SEED);
        Map<String, Integer> outcomes = new TreeMap<>();
        for (String kind : List.of(".log", ".sst", "MANIFEST", "CURRENT", ".mark")) {
            for (int n = 0; n < DAMAGES_PER_KIND; n++) {
                Path damaged = home.resolve("damaged");
                Stores.copy(sound, damaged);
                String what = damage(damaged, kind, random);
                String outcome = outcome(damaged, "seed " + SEED + ", " + what);
                outcomes.merge(kind + (what.contains("cut") ? " cut: " : " flipped: ") + outcome, 1, Integer::sum);
                delete(damaged);
            }
        }
        System.out.println("seed " + SEED + ": " + outcomes);
    }

    private String damage(Path directory, String kind, Random random) throws IOException {
        List<Path> candidates;
        try (Stream<Path> files = Files.list(directory)) {
            candidates = files.filter(file -> file.getFileName().toString().contains(kind))
                    .filter(file -> file.toFile().length() > 0)
                    .sorted()
                    .toList();
        }
        Path file = candidates.get(random.nextInt(candidates.size()));
        long offset = random.nextLong(Files.size(file));
        if (random.nextInt(4) == 0) {
            Files.write(file, Arrays.copyOf(Files.readAllBytes(file), (int) offset));
            return file.getFileName() + " cut at " + offset;
        }
        int bit = random.nextInt(8);
        flip(file, offset, 1 << bit);
        return file.getFileName() + " bit " + bit + " of byte " + offset;
    }

    /** Harmless means: every acknowledged event, in the global order and in its stream. Anything else must have a name. */
    private String outcome(Path directory, String what) {
        RocksEventStorageEngine engine;
        try {
            engine = open(directory);
        } catch (CorruptStoreException named) {
            assertThat(named).as(what).hasMessageContaining(directory.toString());
            return "refused at opening";
        }
        try (engine) {
            boolean sawFlaw =
                    engine.verifyStore((checked, of) -> {}).firstFlaw().isPresent();
            try {
                assertThat(engine.size()).as(what).isGreaterThanOrEqualTo(acknowledged);
                for (long position = 0; position < acknowledged; ) {
                    List<StoredEvent> page = engine.readStored(position, 500);
                    assertThat(page).as(what).isNotEmpty();
                    position += page.size();
                }
                for (int stream = 0; stream < STREAMS; stream++) {
                    assertThat(engine.readEvents("stream-" + stream).asStream().count())
                            .as(what)
                            .isEqualTo(ROUNDS);
                }
            } catch (CorruptStoreException named) {
                assertThat(named).as(what).hasMessageContaining(directory.toString());
                assertThat(sawFlaw).as(what).isTrue();
                return "named at reading";
            }
            return sawFlaw ? "named by the walk" : "harmless";
        }
    }

    private static RocksEventStorageEngine open(Path directory) {
        return Stores.at(directory).memtableBytes(128 * 1024).open();
    }

    private static RocksEventStorageEngine open(Path directory, Path original) throws IOException {
        Stores.copy(original, directory);
        return open(directory);
    }

    private static void flip(Path file, long offset, int mask) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[(int) offset] ^= (byte) mask;
        Files.write(file, bytes);
    }

    private static Path newest(Path directory, String suffix) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().endsWith(suffix))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }
    }

    private static void delete(Path directory) {
        assertThatCode(() -> {
                    try (Stream<Path> files = Files.walk(directory)) {
                        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                            Files.delete(file);
                        }
                    }
                })
                .doesNotThrowAnyException();
    }
}
