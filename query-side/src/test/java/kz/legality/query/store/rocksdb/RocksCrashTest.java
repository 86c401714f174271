package kz.legality.query.store.rocksdb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import kz.legality.query.store.Selection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a writing process again and again, always on the same store. */
class RocksCrashTest {
    private static final int KILLS = 30;
    private static final int LINES_BEFORE_KILL_MAX = 60;

    @TempDir
    Path directory;

    @Test
    void after_every_kill_views_and_token_agree_and_nothing_acknowledged_is_lost() throws Exception {
        Random random = new Random(30);
        long acknowledged = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            acknowledged = Math.max(acknowledged, writeAndKill(1 + random.nextInt(LINES_BEFORE_KILL_MAX)));
            try (RocksReadStore store = RocksReadStore.open(directory)) {
                agree(store, acknowledged);
            }
        }
    }

    private long writeAndKill(int lines) throws IOException, InterruptedException {
        String java = ProcessHandle.current().info().command().orElseThrow();
        Process writer = new ProcessBuilder(
                        java,
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RocksCrashWriter.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long last = 0;
        try (BufferedReader output = writer.inputReader()) {
            for (int i = 0; i < lines; i++) {
                String line = output.readLine();
                assertThat(line).as("the writer ended by itself").isNotNull();
                last = Long.parseLong(line);
            }
            writer.destroyForcibly(); // SIGKILL
            writer.waitFor();
        }
        return last;
    }

    private static void agree(RocksReadStore store, long acknowledged) {
        byte[] token = store.tokens()
                .claim("p", 0, "writer", Instant.now(), Duration.ZERO)
                .orElseThrow();
        long position = Long.parseLong(new String(token, UTF_8));
        assertThat(position).isGreaterThanOrEqualTo(acknowledged);
        assertThat(store.get("v", "last").orElseThrow().position()).isEqualTo(position);
        assertThat(store.counters("v")).containsEntry("events", position);
        long[] rows = {0};
        store.scan(Selection.all("rows"), row -> assertThat(row.position()).isEqualTo(++rows[0]));
        assertThat(rows[0]).isEqualTo(position);
        Set<String> listed = new HashSet<>();
        store.scan(
                Selection.by("v", "by"),
                document -> assertThat(listed.add(document.key())).isTrue());
        Set<String> kept = new HashSet<>();
        store.scan(Selection.all("v"), document -> kept.add(document.key()));
        kept.remove("last");
        assertThat(listed).isEqualTo(kept);
        store.verify();
    }
}
