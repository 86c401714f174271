package kz.legality.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import kz.legality.door.LedgerServer;
import kz.legality.launch.DataDirectory;
import kz.legality.launch.LedgerSettings;
import kz.legality.sample.Rows;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged before a backup began is in it, and a backup returns whole or not at all. */
class BackupTest {
    private static final int PHONES = 300;

    @TempDir
    private Path folder;

    private Path data = Path.of("");
    private Path backup = Path.of("");

    @BeforeEach
    void feed() throws IOException {
        data = folder.resolve("data");
        backup = folder.resolve("backup");
        feed(1, PHONES);
    }

    @Test
    void a_backup_of_a_ledger_that_runs_and_is_being_fed_returns_as_a_ledger_that_is_sound() throws Exception {
        List<String> before = answers(data);
        try (LedgerServer running = LedgerServer.start(new DataDirectory(data), LedgerSettings.embedded(), 0)) {
            running.ledger().evidence().orElseThrow().log().catchUp((done, due) -> {});
            Thread feeding = Thread.ofPlatform().start(() -> feed(PHONES + 1, 2 * PHONES));
            Terminal taken = Terminal.type("backup", backup, "--data", data);
            assertThat(taken.exit()).as(taken.err()).isZero();
            feeding.join();
        }
        List<String> promised = Files.readAllLines(backup.resolve("log/checkpoints"));
        assertThat(promised).isNotEmpty();
        Path back = folder.resolve("back");
        Terminal restored = Terminal.type("restore", backup, "--data", back);
        assertThat(restored.exit()).as(restored.err()).isZero();
        assertThat(Terminal.type("fsck", "--data", back).out())
                .startsWith("sound: ")
                .contains("so do the log's");
        assertThat(Files.readAllLines(back.resolve("log/checkpoints")))
                .as("every root that was published is kept to")
                .startsWith(promised.toArray(String[]::new));
        assertThat(answers(back)).isEqualTo(before);
        feed(back, PHONES + 1, 2 * PHONES);
        assertThat(Terminal.type("check", Rows.imei(2 * PHONES), "--data", back).out())
                .contains("WHITE");
    }

    @Test
    void a_damaged_backup_is_refused_by_the_name_of_the_file_and_leaves_no_ledger() throws IOException {
        assertThat(Terminal.type("backup", backup, "--data", data).exit()).isZero();
        Path table;
        try (Stream<Path> files = Files.list(backup.resolve("events"))) {
            table = files.filter(file -> file.toString().endsWith(".sst"))
                    .findFirst()
                    .orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(table);
        bytes[bytes.length / 2] ^= 1;
        Files.write(table, bytes, StandardOpenOption.TRUNCATE_EXISTING);
        Path back = folder.resolve("back");
        Terminal refused = Terminal.type("restore", backup, "--data", back);
        assertThat(refused.exit()).isEqualTo(Ledger.BAD_ARGUMENTS);
        assertThat(refused.err()).contains(String.valueOf(table.getFileName()), "damaged");
        assertThat(new DataDirectory(back).holdsALedger()).isFalse();
    }

    @Test
    void a_backup_goes_nowhere_where_something_is_and_returns_to_no_ledger_that_is_there() {
        assertThat(Terminal.type("backup", backup, "--data", data).exit()).isZero();
        assertThat(Terminal.type("backup", backup, "--data", data).err()).contains("holds something already");
        assertThat(Terminal.type("backup", data.resolve("copy"), "--data", data).err())
                .contains("would be lost with it");
        assertThat(Terminal.type("restore", backup, "--data", data).err()).contains("a ledger is kept in");
        Terminal none = Terminal.type("restore", folder.resolve("nothing"), "--data", folder.resolve("back"));
        assertThat(none.exit()).isEqualTo(Ledger.BAD_ARGUMENTS);
        assertThat(none.err()).contains("is no backup");
    }

    private List<String> answers(Path ledger) {
        return Stream.of(1, 77, PHONES)
                .map(phone -> Terminal.type("history", Rows.imei(phone), "--data", ledger, "--json")
                        .out())
                .toList();
    }

    private void feed(int from, int to) {
        feed(data, from, to);
    }

    private void feed(Path ledger, int from, int to) {
        StringBuilder imports = new StringBuilder(Rows.IMPORTS);
        for (int n = from; n <= to; n++) {
            imports.append(Rows.imported(n));
        }
        Path file = folder.resolve("imports-" + from + ".csv");
        try {
            Files.writeString(file, imports);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Terminal fed = Terminal.type("ingest", "customs-imports", file, "--data", ledger);
        assertThat(fed.exit()).as(fed.err()).isZero();
    }
}
