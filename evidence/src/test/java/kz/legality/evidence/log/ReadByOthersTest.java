package kz.legality.evidence.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import kz.legality.evidence.log.rocksdb.RocksStreamMap;
import kz.legality.evidence.proof.Hashing;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The log as an implementation sees it that others wrote: the packages {@code sumdb/note} and {@code sumdb/tlog} of Go's own
 * project, by which {@code go} itself verifies its checksum database. Runs where Go and its package {@code golang.org/x/mod}
 * are installed (Debian: {@code golang-go golang-golang-x-mod-dev}); {@code -Dlog.sizes=1,1000000} reads logs of other sizes.
 */
class ReadByOthersTest {
    private static final int SAMPLES = 60;
    private static final String GO_PACKAGES_OF_DEBIAN = "/usr/share/gocode";

    @TempDir
    private static Path built;

    @TempDir
    private Path directory;

    static LongStream sizes() {
        return List.of(System.getProperty("log.sizes", "1,2,255,256,257,65536,65537")
                        .split(","))
                .stream()
                .mapToLong(Long::parseLong);
    }

    @BeforeAll
    static void build() throws Exception {
        try {
            ProcessBuilder building = new ProcessBuilder(
                            "go", "build", "-o", built.resolve("readlog").toString(), "readlog.go")
                    .directory(Path.of("src/test/go").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(built.resolve("build.txt").toFile());
            building.environment().put("GO111MODULE", "off");
            building.environment().putIfAbsent("GOPATH", GO_PACKAGES_OF_DEBIAN);
            Process go = building.start();
            if (!go.waitFor(5, TimeUnit.MINUTES) || go.exitValue() != 0) {
                abort("SKIPPED: Go does not build the reader: " + Files.readString(built.resolve("build.txt")));
            }
        } catch (IOException noGo) {
            abort("SKIPPED: there is no Go here to read the log with: " + noGo.getMessage());
        }
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void checkpoints_tiles_and_proofs_hold_for_another_implementation(long size) throws Exception {
        GrowingEvents events = new GrowingEvents();
        Path logDirectory = directory.resolve("log");
        Files.createDirectories(directory.resolve("map"));
        TreeSet<Long> samples = new TreeSet<>(List.of(0L, size - 1, size / 2));
        new Random(size).longs(SAMPLES, 0, size).forEach(samples::add);
        try (EvidenceLog log = EvidenceLog.open(
                logDirectory,
                events,
                LogKeys.openOrCreate(directory.resolve("keys"), "legality.test/log"),
                RocksStreamMap.open(directory.resolve("map")))) {
            Path older = Files.createDirectories(logDirectory.resolve("older"));
            for (long part : List.of(size / 3, size / 2, size - 1)) {
                events.growTo(part);
                log.catchUp((done, due) -> {});
                Files.writeString(older.resolve(Long.toString(part)), log.checkpoint());
            }
            events.growTo(size);
            log.catchUp((done, due) -> {});
            for (long sample : samples) {
                Files.writeString(
                        logDirectory.resolve(sample + ".tlog-proof"),
                        log.proof(sample).text());
            }
            Files.writeString(directory.resolve("vkey"), log.verifierKey() + "\n");
        }
        assertThat(read(samples)).startsWith("0: size " + size + ": " + samples.size() + " entries proven");

        if (size == 1) {
            return; // no tile is asked for: the entry is the root
        }
        Path tile = logDirectory.resolve(size < 256 ? "tile/0/000.p/" + size : "tile/0/000");
        byte[] bytes = Files.readAllBytes(tile);
        // In the neighbour of entry 0: versions of the package are about that do not verify each tile, but the proof
        // fails.
        bytes[Hashing.HASH_BYTES] ^= 1;
        Files.write(tile, bytes);
        assertThat(read(samples)).as("a changed byte is found").startsWith("1: ");
    }

    private String read(Set<Long> samples) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                built.resolve("readlog").toString(),
                directory.resolve("log").toString(),
                directory.resolve("vkey").toString()));
        samples.forEach(sample -> command.add(sample.toString()));
        Path said = directory.resolve("said.txt");
        Process reader = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(reader.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return reader.exitValue() + ": " + Files.readString(said);
    }
}
