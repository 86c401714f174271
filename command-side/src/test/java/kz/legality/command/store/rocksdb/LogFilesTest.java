package kz.legality.command.store.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import kz.legality.command.store.CorruptStoreException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The flips of one bit that RocksDB would read for ever. The time limit is there for the day that it does. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LogFilesTest {
    private static final int BLOCK_BYTES = 32 * 1024;
    private static final int HEADER_BYTES = 7;
    private static final int KIND_AT = 6;
    private static final Set<Integer> REUSED = Set.of(5, 6, 7, 8, 11, 13);

    @TempDir
    Path home;

    private Path store;

    @BeforeEach
    void a_store_with_records_of_every_kind() throws IOException {
        store = home.resolve("store");
        try (RocksEventStorageEngine engine = Stores.open(home.resolve("live"))) {
            for (int sequence = 0; sequence < 5; sequence++) {
                engine.append(List.of(Stores.event("small", sequence)));
                engine.append(List.of(Stores.event("over-three-blocks", sequence, "x".repeat(2 * BLOCK_BYTES))));
            }
            Stores.copy(home.resolve("live"), store);
        }
    }

    @Test
    void a_sound_store_is_passed() {
        assertThat(LogFiles.neverRead(store)).isEmpty();
        assertThat(LogFiles.neverRead(home.resolve("not-there"))).isEmpty();
    }

    @Test
    void a_record_that_passes_for_one_of_a_reused_file_is_named() throws IOException {
        Set<Integer> kinds = new TreeSet<>();
        for (String of : List.of("MANIFEST-", ".log")) {
            Path file = only(of);
            byte[] sound = Files.readAllBytes(file);
            for (int head : heads(sound)) {
                kinds.add((int) sound[head + KIND_AT]);
                for (int mask = 1; mask < 1 << 7; mask <<= 1) {
                    if (REUSED.contains(sound[head + KIND_AT] ^ mask)) {
                        byte[] flipped = sound.clone();
                        flipped[head + KIND_AT] ^= (byte) mask;
                        Files.write(file, flipped);
                        assertThatThrownBy(() -> Stores.open(store))
                                .isInstanceOf(CorruptStoreException.class)
                                .hasMessageContaining("the record at byte " + head + " of " + file.getFileName())
                                .hasMessageContaining("of kind " + flipped[head + KIND_AT]);
                        assertThat(Files.readAllBytes(file)).isEqualTo(flipped);
                    }
                }
            }
            Files.write(file, sound);
        }
        assertThat(kinds).containsExactly(1, 2, 3, 4);
        try (RocksEventStorageEngine engine = Stores.open(store)) {
            assertThat(engine.size()).isEqualTo(10);
        }
    }

    @Test
    void what_stands_behind_a_record_that_is_damaged_otherwise_is_not_judged() throws IOException {
        Path log = only(".log");
        byte[] bytes = Files.readAllBytes(log);
        List<Integer> heads = heads(bytes);
        bytes[heads.get(0) + HEADER_BYTES] ^= 1;
        bytes[heads.get(1) + KIND_AT] = 5;
        Files.write(log, bytes);

        assertThat(LogFiles.neverRead(store)).isEmpty();
        assertThatThrownBy(() -> Stores.open(store))
                .isInstanceOf(CorruptStoreException.class)
                .hasMessageContaining("were acknowledged");
    }

    private static List<Integer> heads(byte[] log) {
        List<Integer> heads = new ArrayList<>();
        for (int at = 0; at + HEADER_BYTES <= log.length; ) {
            heads.add(at);
            at += HEADER_BYTES + Byte.toUnsignedInt(log[at + 4]) + (Byte.toUnsignedInt(log[at + 5]) << 8);
            int left = BLOCK_BYTES - at % BLOCK_BYTES;
            at += left < HEADER_BYTES ? left : 0;
        }
        return heads;
    }

    private Path only(String part) throws IOException {
        try (Stream<Path> files = Files.list(store)) {
            return files.filter(file -> file.getFileName().toString().contains(part))
                    .filter(file -> file.toFile().length() > 0)
                    .reduce((one, other) -> {
                        throw new AssertionError(one + " and " + other);
                    })
                    .orElseThrow();
        }
    }
}
