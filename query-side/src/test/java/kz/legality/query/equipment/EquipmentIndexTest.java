package kz.legality.query.equipment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import kz.legality.device.ListStatus;
import kz.legality.example.Generators;
import kz.legality.secrecy.Pseudonym;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EquipmentIndexTest {
    private static final Pseudonym OWNER = new Pseudonym("owner");
    private static final Pseudonym STRANGER = new Pseudonym("stranger");

    @TempDir
    Path directory;

    static LongStream seeds() {
        return Generators.seeds(10);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void it_says_what_a_map_would_say_whatever_was_put_in_whichever_order(long seed) {
        RandomGenerator random = new Generators(seed).random();
        EquipmentIndex index = new EquipmentIndex(0);
        Map<Long, Equipment> model = new HashMap<>();
        // Few models and many serial numbers, as in life: keys that lie close together.
        long[] models = {0, 35_000_000_000_000L, 35_000_001_000_000L, 86_073_801_000_000L, 99_999_999_000_000L};
        for (int i = 0; i < 60_000; i++) {
            Equipment equipment = some(models[random.nextInt(models.length)] + random.nextInt(20_000), random);
            index.put(equipment);
            model.put(equipment.key(), equipment);
        }
        assertThat(index.size()).isEqualTo(model.size());
        for (long of : models) {
            for (long key = of; key < of + 20_000; key += 7) {
                Equipment said = model.get(key);
                assertThat(index.status(key)).as("IMEI %s", key).isEqualTo(said == null ? null : said.status());
                boolean excepted = said != null && said.exceptions().contains(OWNER);
                assertThat(index.status(key, () -> OWNER))
                        .as("owner's IMEI %s", key)
                        .isEqualTo(said == null ? null : excepted ? ListStatus.WHITE : said.status());
            }
        }
    }

    private static Equipment some(long key, RandomGenerator random) {
        ListStatus status = ListStatus.values()[random.nextInt(ListStatus.values().length)];
        return new Equipment(key, status, random.nextInt(10) == 0 ? Set.of(OWNER) : Set.of());
    }

    @Test
    void an_exception_is_for_its_own_subscriber_and_ends_when_it_is_taken_back() {
        EquipmentIndex index = new EquipmentIndex(0);
        index.put(new Equipment(35_000_000_000_001L, ListStatus.GREY, Set.of(OWNER)));

        assertThat(index.status(35_000_000_000_001L, () -> OWNER)).isEqualTo(ListStatus.WHITE);
        assertThat(index.status(35_000_000_000_001L, () -> STRANGER)).isEqualTo(ListStatus.GREY);
        assertThat(index.status(35_000_000_000_001L, () -> null)).isEqualTo(ListStatus.GREY);

        index.put(new Equipment(35_000_000_000_001L, ListStatus.BLACK, Set.of()));
        assertThat(index.status(35_000_000_000_001L, () -> OWNER)).isEqualTo(ListStatus.BLACK);
    }

    @Test
    void whoever_reads_while_it_grows_finds_every_imei_that_was_there_before() {
        EquipmentIndex index = new EquipmentIndex(0);
        AtomicLong put = new AtomicLong();
        AtomicBoolean done = new AtomicBoolean();
        List<CompletableFuture<Long>> readers = new ArrayList<>();
        for (int reader = 0; reader < 3; reader++) {
            RandomGenerator random = new Generators(reader).random();
            readers.add(CompletableFuture.supplyAsync(() -> {
                long lost = 0;
                while (!done.get()) {
                    long known = put.get();
                    if (known > 0 && index.status(keyOf(random.nextLong(known))) != ListStatus.BLACK) {
                        lost++;
                    }
                }
                return lost;
            }));
        }
        for (long i = 0; i < 1_000_000; i++) {
            index.put(new Equipment(keyOf(i), ListStatus.BLACK, Set.of()));
            put.set(i + 1);
        }
        done.set(true);
        assertThat(readers.stream().map(CompletableFuture::join)).containsOnly(0L);
    }

    /** Spreads over the whole space, each key once: an odd factor and a power of two have no common divisor. */
    private static long keyOf(long i) {
        return i * 15_485_863L % (1L << 46);
    }

    @Test
    void a_million_imeis_take_at_most_fourteen_bytes_each_and_filled_from_a_snapshot_eleven() throws IOException {
        EquipmentIndex grown = new EquipmentIndex(0);
        for (long i = 0; i < 1_000_000; i++) {
            grown.put(new Equipment(keyOf(i), ListStatus.WHITE, Set.of()));
        }
        assertThat(grown.bytes()).isLessThan(14_000_000);

        Path file = directory.resolve("equipment.snapshot");
        new EquipmentSnapshot("store", "rules", 7, grown).write(file);
        assertThat(EquipmentSnapshot.read(file).orElseThrow().index().bytes()).isLessThan(11_000_000);
        assertThat(Files.size(file)).isLessThan(8_100_000);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_snapshot_gives_back_what_was_written_and_nothing_when_any_byte_is_another(long seed) throws IOException {
        RandomGenerator random = new Generators(seed).random();
        EquipmentIndex index = new EquipmentIndex(0);
        List<Equipment> all = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            Equipment equipment = some(keyOf(i), random);
            all.add(equipment);
            index.put(equipment);
        }
        Path file = directory.resolve("equipment.snapshot");
        new EquipmentSnapshot("store", "rules", 41, index).write(file);

        EquipmentSnapshot read = EquipmentSnapshot.read(file).orElseThrow();
        assertThat(read.position()).isEqualTo(41);
        assertThat(read.store()).isEqualTo("store");
        assertThat(read.revision()).isEqualTo("rules");
        assertThat(read.index().size()).isEqualTo(all.size());
        for (Equipment equipment : all) {
            assertThat(read.index().status(equipment.key())).isEqualTo(equipment.status());
            assertThat(read.index().status(equipment.key(), () -> OWNER))
                    .isEqualTo(equipment.exceptions().isEmpty() ? equipment.status() : ListStatus.WHITE);
        }

        byte[] bytes = Files.readAllBytes(file);
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
        Files.write(file, bytes);
        assertThat(EquipmentSnapshot.read(file)).isEmpty();
        Files.write(file, Arrays.copyOf(bytes, random.nextInt(bytes.length)));
        assertThat(EquipmentSnapshot.read(file)).isEmpty();
    }
}
