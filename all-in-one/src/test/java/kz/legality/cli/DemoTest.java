package kz.legality.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo on the smallest nation, and once more on the same data. */
class DemoTest {
    private static final int DEVICES = 1_000;
    private static final Pattern PLANTED =
            Pattern.compile("Fraud was planted on (\\d+) claims .*; (\\d+) of them are the first (\\d+)");
    private static final Pattern AT_RISK = Pattern.compile("stands ([0-9,.]+) KZT at risk");

    private static Path data;
    private static Terminal first;
    private static long events;
    private static Terminal second;

    @BeforeAll
    static void start(@TempDir Path directory) {
        data = directory.resolve("ledger");
        first = demo();
        events = recorded();
        second = demo();
    }

    private static Terminal demo() {
        return Terminal.type("demo", "--exit", "--devices", DEVICES, "--port", 0, "--data", data);
    }

    @Test
    void it_finds_the_fraud_that_was_planted_and_ranks_it_first() {
        Matcher planted = PLANTED.matcher(first.out());

        assertThat(first.exit()).as(first.err()).isZero();
        assertThat(planted.find()).isTrue();
        assertThat(Integer.parseInt(planted.group(1))).isGreaterThan(10);
        assertThat(planted.group(2)).isEqualTo(planted.group(1));
        assertThat(planted.group(3)).isEqualTo(planted.group(1));
    }

    @Test
    void it_says_how_much_vat_is_at_risk_and_why() {
        Matcher risk = AT_RISK.matcher(first.out());

        assertThat(risk.find()).isTrue();
        assertThat(Double.parseDouble(risk.group(1).replace(",", ""))).isGreaterThan(1_000_000);
        assertThat(first.out()).contains("R1   Ghost export", "IN_QUESTION", "DeviceExported");
    }

    @Test
    void it_proves_one_history_and_says_where_to_log_in() {
        assertThat(first.out())
                .contains("All checks hold.", "/log/checkpoint", "./ledger verify ", "/audit/claim?number=")
                .containsPattern("auditor +password \\S+");
    }

    @Test
    void a_second_start_feeds_nothing_twice_and_says_so() {
        assertThat(second.exit()).as(second.err()).isZero();
        assertThat(second.out()).contains("nothing was fed twice", "All checks hold.");
        assertThat(first.out()).doesNotContain("nothing was fed twice");
        assertThat(events).isGreaterThan(DEVICES);
        assertThat(recorded()).isEqualTo(events);
    }

    /** The store's own mark: how many events it has told anybody of. */
    private static long recorded() {
        try (Stream<Path> files = Files.walk(data)) {
            Path mark = files.filter(it -> it.endsWith("acknowledged.mark"))
                    .findFirst()
                    .orElseThrow();
            return ByteBuffer.wrap(Files.readAllBytes(mark)).getLong();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
