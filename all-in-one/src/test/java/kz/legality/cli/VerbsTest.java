package kz.legality.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import kz.legality.door.LedgerServer;
import kz.legality.door.answer.AnswerJson;
import kz.legality.launch.DataDirectory;
import kz.legality.launch.LedgerSettings;
import kz.legality.sample.Rows;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Phones 1 to 5 are imported, 1 and 2 blocked, 2 exported, 6 and 7 registered and nothing else. */
class VerbsTest {
    @TempDir
    private static Path folder;

    private static Path data = Path.of("");

    @BeforeAll
    static void feed() throws IOException {
        data = folder.resolve("data");
        StringBuilder imports = new StringBuilder(Rows.IMPORTS);
        for (int n = 1; n <= 5; n++) {
            imports.append(Rows.imported(n));
        }
        for (Terminal fed : List.of(
                ingest("gsma-tac", Rows.allocated()),
                ingest("customs-imports", imports.toString()),
                ingest("customs-exports", Rows.EXPORTS + Rows.exported(2)),
                ingest("registrations", Rows.REGISTRATIONS + Rows.registered(6, 1) + Rows.registered(7, 2)),
                ingest("blocks", Rows.BLOCKS + Rows.blocked(1) + Rows.blocked(2)))) {
            assertThat(fed.exit()).as(fed.err()).isZero();
        }
    }

    @Test
    void a_receipt_as_json_has_every_field_of_the_contract() throws IOException {
        Terminal fed = ingest("customs-imports", Rows.IMPORTS + Rows.imported(8), "--json");
        assertThat(fed.exit()).isZero();
        assertThat(fed.out().lines()).hasSize(1);
        JsonNode receipt = AnswerJson.parse(fed.out());
        assertThat(receipt.properties().stream().map(Map.Entry::getKey))
                .contains("file", "kind", "sha256", "rows", "accepted", "quarantined", "events", "repeated");
        assertThat(receipt.path("events").asLong()).isEqualTo(1);
        Terminal again = ingest("customs-imports", Rows.IMPORTS + Rows.imported(8), "--json");
        assertThat(again.exit()).isZero();
        assertThat(AnswerJson.parse(again.out()).path("repeated").asBoolean()).isTrue();
        assertThat(AnswerJson.parse(again.out()).path("sha256")).isEqualTo(receipt.path("sha256"));
    }

    @Test
    void some_rows_quarantined_is_exit_3_and_a_refused_file_exit_4() throws IOException {
        Terminal some = ingest(
                "customs-imports",
                Rows.IMPORTS + Rows.imported(9) + Rows.imported(1).replace("15000000", "much"));
        assertThat(some.exit()).isEqualTo(3);
        assertThat(some.out()).contains("2 rows, 1 accepted, 1 quarantined");
        Terminal refused = ingest("customs-imports", "imei,colour\n");
        assertThat(refused.exit()).isEqualTo(4);
        assertThat(refused.out()).contains("REFUSED: ").contains("declaration");
        assertThat(ingest("customs-imports", "imei,colour\n").exit()).isEqualTo(4);
    }

    @Test
    void a_phone_is_looked_up_in_words() {
        Terminal check = Terminal.type("check", Rows.imei(6), "--data", data);
        assertThat(check.exit()).isZero();
        assertThat(check.err()).isEmpty();
        assertThat(check.out()).contains("GREY", "Samsung SM-S938B (Galaxy S25 Ultra)", "not yet proven");
        Terminal history = Terminal.type("history", Rows.imei(2).substring(0, 14), "--data", data);
        assertThat(history.out()).containsSubsequence("DeviceImported", "DeviceExported", "DeviceBlocked");
        assertThat(history.out()).contains("150,000.00 KZT");
        assertThat(Terminal.type("history", Rows.imei(2), "--as-of", "2025-05-01", "--data", data)
                        .out())
                .contains("DeviceImported")
                .doesNotContain("DeviceExported");
        assertThat(Terminal.type("history", Rows.imei(77), "--data", data).out())
                .contains("nothing is recorded");
    }

    @Test
    void the_answer_is_the_same_with_a_ledger_running_and_without() {
        List<String> asleep = answers();
        try (LedgerServer server = LedgerServer.start(new DataDirectory(data), LedgerSettings.embedded(), 0)) {
            assertThat(answers()).isEqualTo(asleep);
            assertThat(Terminal.type("fsck", "--data", data).out()).startsWith("sound: ");
            Terminal second = Terminal.type("serve", "--data", data, "--port", 0);
            assertThat(second.exit()).isEqualTo(Ledger.FAILED);
            assertThat(second.err().lines()).hasSize(1);
            assertThat(second.err()).contains(data.toString(), "in use by process", server.address());
            Terminal fed = Terminal.type("history", Rows.imei(1), "--as-of", "2025-05-01", "--data", data);
            assertThat(fed.out()).contains("DeviceImported").doesNotContain("DeviceBlocked");
        }
    }

    @Test
    void a_port_that_is_taken_is_named() {
        Path elsewhere = folder.resolve("elsewhere");
        try (LedgerServer server = LedgerServer.start(new DataDirectory(data), LedgerSettings.embedded(), 0)) {
            String port = server.address().substring(server.address().lastIndexOf(':') + 1);
            Terminal second = Terminal.type("serve", "--data", elsewhere, "--port", port);
            assertThat(second.exit()).isEqualTo(Ledger.FAILED);
            assertThat(second.err().lines()).as(second.err()).hasSize(1);
            assertThat(second.err()).contains("port " + port, "--port N");
        }
    }

    @Test
    void a_list_is_exported_in_every_format() throws IOException {
        Path out = folder.resolve("lists");
        Terminal exported =
                Terminal.type("lists", "export", "black", "--format", "dirbs,csv,jsonl", "--out", out, "--data", data);
        assertThat(exported.exit()).as(exported.err()).isZero();
        assertThat(exported.out().lines()).hasSize(3).allMatch(line -> line.endsWith(": 2 entries"));
        List<Path> written = listed(out);
        assertThat(written)
                .extracting(it -> it.getFileName().toString())
                .hasSize(3)
                .anyMatch(it -> it.equals("black.csv"));
        assertThat(Files.readAllLines(out.resolve("black.csv")))
                .first()
                .isEqualTo("imei,status,since,deadline,reasons,blockDate");
        assertThat(Files.readAllLines(out.resolve("black.jsonl")))
                .hasSize(2)
                .allMatch(line -> AnswerJson.parse(line).path("status").asText().equals("BLACK"));
        Path zip = written.stream()
                .filter(it -> it.getFileName().toString().matches("\\d{8}_\\d{6}_blacklist\\.zip"))
                .findFirst()
                .orElseThrow();
        try (ZipFile dirbs = new ZipFile(zip.toFile())) {
            assertThat(dirbs.size()).isEqualTo(1);
            var entry = dirbs.entries().nextElement();
            assertThat(entry.getName()).isEqualTo(zip.getFileName().toString().replace(".zip", ".csv"));
            assertThat(new String(dirbs.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(
                            "imei,block_date,reasons\n" + Rows.imei(1).substring(0, 14) + ",20250701,BLOCKED_BY_ORDER\n"
                                    + Rows.imei(2).substring(0, 14) + ",20250701,BLOCKED_BY_ORDER\n");
        }
    }

    @Test
    void terms_end_by_the_day_that_is_given_and_once() {
        Path copy = copyOf(data, "expiring");
        assertThat(Terminal.type("expire", "--on", "2025-05-02", "--data", copy).out())
                .isEqualTo("0 grey terms were due, 0 devices are now blocked\n");
        Terminal ended = Terminal.type("expire", "--on", "2025-06-30", "--json", "--data", copy);
        assertThat(AnswerJson.parse(ended.out()).path("blocked").asLong()).isEqualTo(2);
        assertThat(Terminal.type("check", Rows.imei(6), "--data", copy).out()).contains("BLACK");
        assertThat(Terminal.type("expire", "--on", "2025-06-30", "--data", copy).out())
                .isEqualTo("0 grey terms were due, 0 devices are now blocked\n");
    }

    @Test
    void views_that_are_thrown_away_come_back_the_same() {
        List<String> before = answers();
        Terminal replayed = Terminal.type("replay", "all", "--data", data);
        assertThat(replayed.exit()).as(replayed.err()).isZero();
        assertThat(replayed.out()).contains("events replayed").doesNotContain("parked");
        assertThat(answers()).isEqualTo(before);
    }

    @Test
    void a_sound_store_is_called_sound_and_a_flipped_byte_is_found() throws IOException {
        assertThat(Terminal.type("fsck", "--data", data).out()).startsWith("sound: ");
        Path copy = copyOf(data, "damaged");
        Path victim = listed(copy.resolve("events")).stream()
                .filter(it -> it.toString().endsWith(".sst") || it.toString().endsWith(".log"))
                .max(Comparator.comparingLong(it -> it.toFile().length()))
                .orElseThrow();
        byte[] bytes = Files.readAllBytes(victim);
        bytes[bytes.length / 3] ^= 0x40;
        Files.write(victim, bytes);
        Terminal found = Terminal.type("fsck", "--data", copy);
        assertThat(found.exit()).isEqualTo(Ledger.FAILED);
        assertThat(found.out() + found.err())
                .containsAnyOf("first bad position", victim.getFileName().toString(), copy.toString())
                .doesNotContain("\tat ");
        assertThat((found.out() + found.err()).lines()).hasSize(1);
    }

    @Test
    void a_token_is_one_line_that_can_be_piped() {
        Terminal token = Terminal.type("token", "--role", "auditor", "--data", data);
        assertThat(token.exit()).isZero();
        assertThat(token.out()).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+\\R");
        assertThat(token.err()).isEmpty();
    }

    private static List<String> answers() {
        List<String> answers = new ArrayList<>();
        for (int n : new int[] {1, 2, 6, 7, 77}) {
            answers.add(Terminal.type("check", Rows.imei(n), "--json", "--data", data)
                    .out());
            answers.add(Terminal.type("history", Rows.imei(n), "--json", "--data", data)
                    .out());
            answers.add(Terminal.type("history", Rows.imei(n), "--data", data).out());
        }
        for (String list : List.of("black", "grey", "white")) {
            Path out = folder.resolve("answers");
            Terminal.type("lists", "export", list, "--format", "csv,jsonl", "--out", out, "--data", data);
            try {
                answers.add(Files.readString(out.resolve(list + ".csv")));
                answers.add(Files.readString(out.resolve(list + ".jsonl")));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
        return answers;
    }

    private static Terminal ingest(String kind, String content, Object... more) throws IOException {
        Path file = folder.resolve(kind + "-" + Rows.sha256(content).substring(0, 8) + ".csv");
        Files.writeString(file, content);
        return Terminal.type(Stream.concat(Stream.of("ingest", kind, file, "--data", data), Stream.of(more))
                .toArray());
    }

    private static List<Path> listed(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Path copyOf(Path from, String name) {
        Path to = folder.resolve(name);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(
                        file,
                        to.resolve(from.relativize(file).toString()),
                        java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
            }
            return to;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
