package kz.legality.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import kz.legality.door.LedgerServer;
import kz.legality.door.access.Role;
import kz.legality.door.access.issuer.TokenMint;
import kz.legality.door.answer.AnswerJson;
import kz.legality.launch.DataDirectory;
import kz.legality.launch.LedgerSettings;
import kz.legality.launch.OpenLedger;
import kz.legality.launch.RunningLedger;
import kz.legality.query.projection.Progress;
import kz.legality.sample.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes of the command line, killed without warning. */
class KilledTest {
    private static final long SEED = 20_250_325;
    private static final int KILLS = 5;
    private static final int ROWS = 30_000;
    private static final long WRITTEN_BYTES_MIN = 1_500_000;
    private static final int WRITTEN_BYTES_SPREAD = 3_000_000;

    @TempDir
    private Path folder;

    /** Each row leads to two events: the registration, and the grey term that begins with it. */
    @Test
    void a_file_whose_recording_is_killed_again_and_again_ends_as_if_it_never_was() throws Exception {
        Path file = folder.resolve("registrations.csv");
        StringBuilder rows = new StringBuilder(Rows.REGISTRATIONS);
        for (int n = 0; n < ROWS; n++) {
            rows.append(Rows.registered(n, Rows.person(n)));
        }
        Files.writeString(file, rows);
        Path whole = folder.resolve("whole");
        assertThat(Terminal.type("ingest", "registrations", file, "--data", whole)
                        .exit())
                .isZero();

        Path killed = folder.resolve("killed");
        Random random = new Random(SEED);
        int killedBeforeTheEnd = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            long until = ChildProcess.bytesWritten(killed) + WRITTEN_BYTES_MIN + random.nextInt(WRITTEN_BYTES_SPREAD);
            Process ingest = ChildProcess.ledger(folder, "ingest", "registrations", file, "--data", killed);
            while (ingest.isAlive() && ChildProcess.bytesWritten(killed) < until) {
                Thread.sleep(5);
            }
            killedBeforeTheEnd += ingest.isAlive() ? 1 : 0;
            ingest.destroyForcibly().waitFor();
        }
        Terminal last = Terminal.type("ingest", "registrations", file, "--json", "--data", killed);
        assertThat(last.exit()).as(last.err()).isZero();
        assertThat(AnswerJson.parse(last.out()).path("accepted").asLong()).isEqualTo(ROWS);
        assertThat(killedBeforeTheEnd).as("kills that hit, seed " + SEED).isGreaterThanOrEqualTo(3);

        List<String> expected = RecordedEvents.of(whole);
        List<String> recorded = RecordedEvents.of(killed);
        assertThat(recorded).as("seed " + SEED).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(recorded.get(i)).as("event " + i + ", seed " + SEED).isEqualTo(expected.get(i));
        }
        assertThat(Terminal.type("fsck", "--data", killed).out()).startsWith("sound: ");
        assertThat(Terminal.type("check", Rows.imei(ROWS - 1), "--data", killed).out())
                .contains("GREY");
    }

    /** A revision that another process writes otherwise would have it judge the whole ledger at every look-up. */
    @Test
    void what_one_process_has_judged_the_next_does_not_judge_again() throws Exception {
        Path file = folder.resolve("imports.csv");
        Files.writeString(file, Rows.IMPORTS + Rows.imported(1) + Rows.imported(2));
        Path data = folder.resolve("judged");
        assertThat(ChildProcess.ledger(folder, "ingest", "customs-imports", file, "--data", data)
                        .waitFor())
                .isZero();
        try (OpenLedger ledger = OpenLedger.open(new DataDirectory(data), LedgerSettings.embedded())) {
            List<Progress> judged = new ArrayList<>();
            ledger.tracing().catchUp(judged::add);
            assertThat(judged).isEmpty();
        }
    }

    @Test
    void a_file_that_was_acknowledged_is_recorded_even_if_the_server_is_killed_at_once() throws Exception {
        DataDirectory data = new DataDirectory(folder.resolve("served"));
        Process serve = ChildProcess.ledger(folder, "serve", "--port", 0, "--data", data.root());
        RunningLedger running = announced(data, serve);

        Terminal second = Terminal.type("serve", "--port", 0, "--data", data.root());
        assertThat(second.exit()).isEqualTo(Ledger.FAILED);
        assertThat(second.err())
                .contains(data.root().toString(), "in use by process " + serve.pid(), running.address());

        StringBuilder rows = new StringBuilder(Rows.IMPORTS);
        for (int n = 0; n < 3_000; n++) {
            rows.append(Rows.imported(n));
        }
        String token = TokenMint.openOrCreate(data.issuer()).mint(Role.CUSTOMS, Map.of(), Duration.ofHours(1));
        try (HttpClient http = HttpClient.newHttpClient()) {
            int taken = http.send(
                            HttpRequest.newBuilder(URI.create(running.address() + "/api/v1/files/customs-imports"))
                                    .header("Authorization", "Bearer " + token)
                                    .POST(BodyPublishers.ofString(rows.toString()))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
            serve.destroyForcibly().waitFor();
            assertThat(taken).isEqualTo(202);
        }

        // The note of the killed server is still there; nobody waits for its answer.
        assertThat(RunningLedger.on(data)).isEmpty();
        try (LedgerServer again = LedgerServer.start(data, LedgerSettings.embedded(), 0)) {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            long recorded = 0;
            while (recorded < 3_000 && System.nanoTime() < deadline) {
                recorded = again.ledger().queries().lists().counts().values().stream()
                        .mapToLong(Long::longValue)
                        .sum();
                Thread.sleep(20);
            }
            assertThat(recorded).isEqualTo(3_000);
        }
        try (Stream<Path> inbox = Files.list(data.inbox())) {
            assertThat(inbox).isEmpty();
        }
    }

    private RunningLedger announced(DataDirectory data, Process serve) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (RunningLedger.on(data).isEmpty() && serve.isAlive() && System.nanoTime() < deadline) {
            Thread.sleep(50);
        }
        return RunningLedger.on(data).orElseThrow(() -> new AssertionError("the server did not start"));
    }
}
