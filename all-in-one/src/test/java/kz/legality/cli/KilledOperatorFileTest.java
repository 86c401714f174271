package kz.legality.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kz.legality.command.intake.Progress;
import kz.legality.command.intake.Receipt;
import kz.legality.launch.DataDirectory;
import kz.legality.launch.LedgerSettings;
import kz.legality.launch.OpenLedger;
import kz.legality.sourcefile.FileKind;
import kz.legality.sourcefile.SourceFile.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Operators' files whose archiving is killed, and two of them at once. */
class KilledOperatorFileTest {
    private static final int ROWS = 120_000;
    private static final String CLONE = "35311120003681";

    @TempDir
    private Path folder;

    @Test
    void a_file_killed_while_it_is_archived_and_after_it_ends_as_if_it_never_was() throws Exception {
        Path file = write("kcell", "40102");
        Path whole = folder.resolve("whole");
        assertThat(Terminal.type("ingest", "operator", file, "--data", whole).exit())
                .isZero();

        Path killed = folder.resolve("killed");
        Path observations = killed.resolve("observations");
        boolean whileWriting = killWhen(file, killed, data -> hasFiles(observations.resolve("staging")));
        boolean afterWriting = killWhen(file, killed, data -> hasFiles(observations.resolve("archive")));
        assertThat(List.of(whileWriting, afterWriting)).as("kills that hit").contains(true);

        Terminal last = Terminal.type("ingest", "operator", file, "--json", "--data", killed);
        assertThat(last.exit()).as(last.err()).isZero();
        assertThat(last.out()).contains("\"accepted\":" + ROWS);
        assertThat(Terminal.type("archive", "verify", "--data", killed).out()).startsWith("sound: 1 files");
        assertThat(hasFiles(observations.resolve("staging"))).isFalse();
        assertThat(withoutHashes(killed)).isEqualTo(withoutHashes(whole));
        assertThat(Terminal.type("history", CLONE, "--data", killed).out()).contains("7 subscribers");
    }

    @Test
    void two_operators_at_once_each_have_their_own_archive_and_their_own_receipt() throws Exception {
        try (OpenLedger ledger = OpenLedger.open(new DataDirectory(folder.resolve("data")), LedgerSettings.embedded());
                ExecutorService operators = Executors.newFixedThreadPool(2)) {
            List<Future<Receipt>> receipts = operators.invokeAll(
                    List.of(take(ledger, write("kcell", "40102")), take(ledger, write("beeline", "40101"))));

            for (Future<Receipt> receipt : receipts) {
                assertThat(receipt.get().state()).isEqualTo(State.COMPLETED);
                assertThat(receipt.get().accepted()).isEqualTo(ROWS);
            }
            assertThat(ledger.observations().verify().damages()).isEmpty();
            assertThat(ledger.observations().verify().parts()).isEqualTo(2);
        }
    }

    private static Callable<Receipt> take(OpenLedger ledger, Path file) {
        return () -> ledger.intake()
                .receive(FileKind.OPERATOR, String.valueOf(file.getFileName()), "tester", file, Progress.UNWATCHED);
    }

    private boolean killWhen(Path file, Path data, Predicate<Path> moment) throws Exception {
        Process ingest = ChildProcess.ledger(folder, "ingest", "operator", file, "--data", data);
        while (ingest.isAlive() && !moment.test(data)) {
            Thread.sleep(2);
        }
        boolean hit = ingest.isAlive();
        ingest.destroyForcibly().waitFor();
        return hit;
    }

    private static boolean hasFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.anyMatch(Files::isRegularFile);
        } catch (UncheckedIOException vanished) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each archive seals its files for itself, so their hashes are its own, and what is told by them. */
    private static List<String> withoutHashes(Path data) throws InterruptedException {
        return RecordedEvents.of(data).stream()
                .map(event -> event.replaceAll("[0-9a-f]{64}", "#").replaceAll("\"basis\":\"[0-9a-f]{24}\"", "#"))
                .toList();
    }

    private Path write(String operator, String network) throws IOException {
        StringBuilder rows = new StringBuilder("date,imei,imsi,msisdn\n");
        for (int i = 0; i < ROWS; i++) {
            int day = 1 + i % 30;
            boolean clone = i < 7;
            rows.append("202506")
                    .append(day < 10 ? "0" : "")
                    .append(day)
                    .append(',')
                    .append(clone ? CLONE : String.valueOf(35_209_900_000_000L + i))
                    .append(',')
                    .append(network)
                    .append(String.valueOf(10_000_000_000L + i).substring(1))
                    .append(",7705")
                    .append(String.valueOf(10_000_000 + i).substring(1))
                    .append('\n');
        }
        return Files.writeString(folder.resolve(operator + "_20250601_20250630.csv"), rows);
    }
}
