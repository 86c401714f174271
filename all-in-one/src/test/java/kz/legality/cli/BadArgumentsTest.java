package kz.legality.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import kz.legality.sample.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadArgumentsTest {
    @TempDir
    private Path data;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "check",
                "check 123",
                "check 353287110000019",
                "check 353287110000010 --colour",
                "history 353287110000010 --as-of yesterday",
                "history 353287110000010 --known-at 2026-13-01",
                "ingest",
                "ingest blocks",
                "ingest no-kind a.csv",
                "ingest blocks no-such-file.csv",
                "lists",
                "lists export",
                "lists export black",
                "lists export pink --out x",
                "lists export grey --format dirbs --out x",
                "lists export black --format pdf --out x",
                "expire --on soon",
                "replay",
                "replay everything",
                "token",
                "token --role KING",
                "token --role AUDITOR --hours 99",
                "frobnicate",
                "findings --rule R99",
                "findings --severity LOUD",
                "serve --port x",
                "serve --port 99999",
                "serve --port -1",
            })
    void a_bad_argument_is_one_clear_line_and_exit_2(String typed) {
        String[] words = typed.isEmpty() ? new String[0] : typed.split(" ");
        String[] withData = words.length == 0 || typed.equals("nonsense") || typed.equals("lists")
                ? words
                : Stream.concat(Stream.of(words), Stream.of("--data", data.toString()))
                        .toArray(String[]::new);
        Terminal seen = Terminal.type((Object[]) withData);
        assertThat(seen.exit()).as(seen.err()).isEqualTo(Ledger.BAD_ARGUMENTS);
        assertThat(seen.err().lines()).as(seen.err()).hasSize(1);
        assertThat(seen.err()).startsWith("ledger: ").doesNotContain("Exception", "\tat ", "java.", "picocli");
        assertThat(seen.out()).isEmpty();
    }

    @Test
    void a_question_to_a_directory_without_a_ledger_makes_none() {
        Path nowhere = data.resolve("nowhere");
        Terminal seen = Terminal.type("check", Rows.imei(1), "--data", nowhere);
        assertThat(seen.exit()).isEqualTo(Ledger.BAD_ARGUMENTS);
        assertThat(seen.err()).contains(nowhere.toString(), "--data DIR");
        assertThat(nowhere).doesNotExist();
    }

    @Test
    void a_data_directory_that_is_a_file_is_said_to_be_one() throws java.io.IOException {
        Path file = Files.writeString(data.resolve("file"), "");
        Path csv = Files.writeString(data.resolve("a.csv"), Rows.BLOCKS);
        Terminal seen = Terminal.type("ingest", "blocks", csv, "--data", file);
        assertThat(seen.exit()).isEqualTo(Ledger.FAILED);
        assertThat(seen.err().lines()).hasSize(1);
        assertThat(seen.err()).contains(file.toString());
    }

    @Test
    void every_verb_explains_itself() {
        for (String verb : new String[] {
            "demo", "serve", "ingest", "history", "check", "lists", "expire", "replay", "fsck", "token"
        }) {
            Terminal seen = Terminal.type(verb, "--help");
            assertThat(seen.exit()).as(verb).isZero();
            assertThat(seen.out()).startsWith("Usage: ledger " + verb);
        }
    }
}
