package kz.legality.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One flipped bit over which RocksDB would read for ever: whichever of our directories it is in, opening names it and ends. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DamagedDirectoriesTest {
    private static final int KIND_OF_FIRST_RECORD_AT = 6;
    private static final int WHOLE_RECORD_OF_REUSED_FILE = 5;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"events", "keys", "views", "log/map"})
    void a_record_of_a_kind_that_is_never_written_is_named(String directory) throws IOException {
        DataDirectory data = new DataDirectory(folder.resolve("data"));
        opened(data);
        Path manifest = manifest(data.root().resolve(directory));
        byte[] bytes = Files.readAllBytes(manifest);
        bytes[KIND_OF_FIRST_RECORD_AT] = WHOLE_RECORD_OF_REUSED_FILE;
        Files.write(manifest, bytes);

        assertThatThrownBy(() -> opened(data))
                .hasMessageContaining(data.root().resolve(directory).toString())
                .hasMessageContaining("the record at byte 0 of " + manifest.getFileName());
        assertThat(Files.readAllBytes(manifest)).isEqualTo(bytes);
    }

    private static void opened(DataDirectory data) {
        try (OpenLedger ledger = OpenLedger.open(data, LedgerSettings.embedded())) {
            assertThat(ledger.evidence()).isPresent();
        }
    }

    private static Path manifest(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().startsWith("MANIFEST-"))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }
    }
}
