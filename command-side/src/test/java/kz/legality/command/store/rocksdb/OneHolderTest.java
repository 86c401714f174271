package kz.legality.command.store.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import kz.legality.command.store.DataDirectoryInUse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OneHolderTest {
    @TempDir
    Path home;

    @Test
    void two_engines_in_one_process_never_share_a_directory() {
        Path store = home.resolve("store");
        try (RocksEventStorageEngine first = Stores.open(store)) {
            for (int attempt = 0; attempt < 2; attempt++) {
                assertThatThrownBy(() -> Stores.open(store))
                        .isInstanceOf(DataDirectoryInUse.class)
                        .hasMessageContaining(store.toString())
                        .hasMessageContaining(
                                "process " + ProcessHandle.current().pid());
            }
            first.append(Stores.events("a", 0, 1));
        }
        try (RocksEventStorageEngine second = Stores.open(store)) {
            assertThat(second.size()).isEqualTo(1);
        }
    }

    @Test
    void two_processes_never_share_a_directory() throws Exception {
        Path store = home.resolve("store");
        Path told = home.resolve("told");
        Process child = new ChildJvm(home)
                .start(AppendingChild.class, home.resolve("out"), store, told, "only", Long.MAX_VALUE);
        try {
            while (!Files.exists(told) || Files.size(told) == 0) {
                assertThat(child.isAlive())
                        .as(Files.readString(home.resolve("out")))
                        .isTrue();
                Thread.sleep(5);
            }
            for (int attempt = 0; attempt < 2; attempt++) {
                assertThatThrownBy(() -> Stores.open(store))
                        .isInstanceOf(DataDirectoryInUse.class)
                        .hasMessageContaining(store.toString())
                        .hasMessageContaining("process " + child.pid());
            }
        } finally {
            child.destroyForcibly().waitFor();
        }
        try (RocksEventStorageEngine after = Stores.open(store)) {
            assertThat(after.verifyStore((checked, of) -> {}).firstFlaw()).isEmpty();
        }
    }
}
