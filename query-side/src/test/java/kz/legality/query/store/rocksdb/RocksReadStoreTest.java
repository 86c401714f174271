package kz.legality.query.store.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import kz.legality.query.store.ReadStore;
import kz.legality.query.store.ReadStoreClosedException;
import kz.legality.query.store.ReadStoreContract;
import kz.legality.query.store.ReadStoreDamagedException;
import kz.legality.query.store.ReadStoreInUseException;
import kz.legality.query.store.Selection;
import kz.legality.query.store.WriteBatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RocksReadStoreTest extends ReadStoreContract {
    @TempDir
    Path directory;

    @Override
    protected ReadStore open() {
        return RocksReadStore.open(directory.resolve("read"));
    }

    @Test
    void what_was_committed_is_there_when_opened_again() {
        store.commit(new WriteBatch().put(DEVICES, document("a", 1, "x", "s=1")).increment(DEVICES, "n", 2, 1));
        store.tokens().create("p", 0, new byte[] {1});
        String identity = store.identity();
        store.close();
        store = open();
        assertThat(store.get(DEVICES, "a")).contains(document("a", 1, "x", "s=1"));
        assertThat(store.counters(DEVICES)).containsEntry("n", 2L);
        assertThat(store.tokens().segments("p")).containsExactly(0);
        assertThat(store.identity()).isEqualTo(identity);
    }

    @Test
    void a_second_open_is_refused_by_name() {
        assertThatThrownBy(this::open)
                .isInstanceOf(ReadStoreInUseException.class)
                .hasMessageContaining(directory.resolve("read").toString());
    }

    @Test
    void a_closed_store_says_so() {
        store.close();
        store.close();
        assertThatThrownBy(() -> store.get(DEVICES, "a")).isInstanceOf(ReadStoreClosedException.class);
    }

    @Test
    void a_scan_shows_the_state_at_its_beginning() {
        for (int i = 0; i < 1_000; i++) {
            store.commit(new WriteBatch().put(DEVICES, document("k%04d".formatted(i), 1, "x", "s=1")));
        }
        for (Selection selection : List.of(Selection.all(DEVICES), Selection.by(DEVICES, "s"))) {
            long later = selection.index() == null ? 2 : 3;
            store.scan(selection, document -> {
                assertThat(document.position()).isEqualTo(later - 1);
                if (document.key().equals("k0000")) {
                    WriteBatch batch = new WriteBatch();
                    for (int i = 0; i < 1_000; i++) {
                        batch.put(DEVICES, document("k%04d".formatted(i), later, "y", "s=1"));
                    }
                    store.commit(batch);
                }
            });
        }
    }

    @Test
    void a_damaged_table_says_that_it_can_be_rebuilt() throws IOException {
        for (int i = 0; i < 100; i++) {
            store.commit(new WriteBatch().append(DEVICES, document("k" + i, 1, "x".repeat(1_000))));
        }
        store.close();
        open().close(); // reads the log, and writes a table of it
        assertThat(tables()).isNotEmpty();
        for (Path table : tables()) {
            byte[] bytes = Files.readAllBytes(table);
            for (int i = 0; i < bytes.length / 2; i += 50) {
                bytes[i] ^= 0x55;
            }
            Files.write(table, bytes);
        }
        assertThatThrownBy(() -> {
                    store = open();
                    store.verify();
                })
                .isInstanceOf(ReadStoreDamagedException.class)
                .hasMessageContaining("./ledger replay");
    }

    @Test
    void a_missing_manifest_says_that_it_can_be_rebuilt() throws IOException {
        store.close();
        Files.writeString(directory.resolve("read").resolve("CURRENT"), "MANIFEST-999999\n");
        assertThatThrownBy(this::open)
                .isInstanceOf(ReadStoreDamagedException.class)
                .hasMessageContaining("./ledger replay");
    }

    private List<Path> tables() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("read"))) {
            return files.filter(file -> file.toString().endsWith(".sst"))
                    .sorted()
                    .toList();
        }
    }
}
