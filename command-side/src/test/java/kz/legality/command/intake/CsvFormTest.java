package kz.legality.command.intake;

import static kz.legality.sourcefile.FileKind.BLOCKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import kz.legality.command.intake.Quarantine.Waiting;
import kz.legality.device.BlockGround;
import kz.legality.device.DeviceEvent.DeviceBlocked;
import kz.legality.sourcefile.SourceFile.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFormTest {
    @TempDir
    Path directory;

    private LedgerUnderTest ledger;

    @BeforeEach
    void start() {
        ledger = new LedgerUnderTest(directory);
    }

    @Test
    void lines_may_end_as_on_any_system_and_the_last_may_not_end() {
        String text = Samples.rows(BLOCKS, 1, 3).strip();

        assertThat(ledger.receive(BLOCKS, text).accepted()).isEqualTo(3);
        assertThat(ledger.receive(BLOCKS, text.replace("\n", "\r\n")).accepted())
                .isEqualTo(3);
        assertThat(ledger.receive(BLOCKS, text.replace("\n", "\r")).accepted()).isEqualTo(3);
    }

    @Test
    void a_quoted_cell_holds_commas_quotes_and_ends_of_line() {
        String reason = "stolen,\n\"at night\"";

        ledger.receive(BLOCKS, Samples.file(BLOCKS, Samples.row(BLOCKS, 1, "reason", reason), Samples.row(BLOCKS, 2)));

        assertThat(reasonOf(1)).isEqualTo(reason);
        assertThat(reasonOf(2)).isEqualTo("stolen");
    }

    @Test
    void spaces_around_a_cell_are_no_part_of_it() {
        ledger.receive(BLOCKS, Samples.file(BLOCKS, Samples.row(BLOCKS, 1).replace(",", " , ")));

        assertThat(reasonOf(1)).isEqualTo("stolen");
    }

    @Test
    void blank_lines_are_passed_over_and_not_counted() {
        Receipt receipt = ledger.receive(
                BLOCKS, Samples.file(BLOCKS, "", Samples.row(BLOCKS, 1), "", "", Samples.row(BLOCKS, 2, "imei", "1")));

        assertThat(receipt.rows()).isEqualTo(2);
        assertThat(onlyWaiting(receipt).row()).isEqualTo(2);
    }

    @Test
    void a_row_with_too_few_or_too_many_cells_is_quarantined_and_the_rest_goes_on() {
        Receipt receipt = ledger.receive(
                BLOCKS,
                Samples.file(
                        BLOCKS,
                        Samples.row(BLOCKS, 1) + ",more",
                        "2025-06-01T12:00:00+05:00," + Samples.imei(2),
                        Samples.row(BLOCKS, 3)));

        assertThat(receipt.accepted()).isEqualTo(1);
        assertThat(ledger.waiting(receipt))
                .extracting(Waiting::row, Waiting::column, Waiting::reason)
                .containsExactly(
                        tuple(1L, "", "the row has 6 cells, the header 5"),
                        tuple(2L, "", "the row has 2 cells, the header 5"));
    }

    @Test
    void a_row_that_is_not_utf_8_is_quarantined_with_its_bytes_shown_and_the_rest_goes_on() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes((Samples.header(BLOCKS) + "\n").getBytes(StandardCharsets.UTF_8));
        file.writeBytes((Samples.row(BLOCKS, 1, "reason", "угон") + "\n").getBytes(Charset.forName("windows-1251")));
        file.writeBytes((Samples.row(BLOCKS, 2, "reason", "угон 📱") + "\n").getBytes(StandardCharsets.UTF_8));

        Receipt receipt = ledger.receive(BLOCKS, file.toByteArray());

        assertThat(onlyWaiting(receipt).reason()).isEqualTo("the row is not UTF-8");
        assertThat(ledger.quarantineCsv(receipt)).contains("\\xF3\\xE3\\xEE\\xED");
        assertThat(reasonOf(2)).isEqualTo("угон 📱");
    }

    @Test
    void text_that_ends_in_the_middle_of_a_character_is_seen() {
        byte[] whole = Samples.file(BLOCKS, Samples.row(BLOCKS, 1, "reference", "КУИ"))
                .strip()
                .getBytes(StandardCharsets.UTF_8);

        Receipt receipt = ledger.receive(BLOCKS, Arrays.copyOf(whole, whole.length - 1));

        assertThat(onlyWaiting(receipt).reason()).isEqualTo("the row is not UTF-8");
    }

    @Test
    void a_long_file_of_another_encoding_is_quarantined_row_by_row() {
        String text = Samples.rows(BLOCKS, 1, 20_000).replace("stolen", "украден вчера вечером на улице");

        Receipt receipt = ledger.receive(BLOCKS, text.getBytes(Charset.forName("windows-1251")));

        assertThat(receipt.quarantined()).isEqualTo(20_000);
    }

    @Test
    void a_control_character_puts_its_row_in_quarantine() {
        Receipt receipt =
                ledger.receive(BLOCKS, Samples.file(BLOCKS, Samples.row(BLOCKS, 1, "reason", "sto\u0000len")));

        assertThat(onlyWaiting(receipt).reason()).isEqualTo("the row holds a control character");
    }

    @Test
    void a_cell_a_row_or_a_number_of_cells_beyond_the_limit_puts_its_row_in_quarantine() {
        Receipt receipt = ledger.receive(
                BLOCKS,
                Samples.file(
                        BLOCKS,
                        Samples.row(BLOCKS, 1, "reason", "x".repeat(RowCollector.CELL_CHARS_MAX + 1)),
                        Samples.row(BLOCKS, 2) + ("," + "x".repeat(4_000)).repeat(5),
                        Samples.row(BLOCKS, 3) + ",".repeat(RowCollector.ROW_CELLS_MAX),
                        Samples.row(BLOCKS, 4, "reason", "x".repeat(RowCollector.CELL_CHARS_MAX))));

        assertThat(receipt.accepted()).isEqualTo(1);
        assertThat(ledger.waiting(receipt))
                .extracting(Waiting::reason)
                .satisfiesExactly(
                        it -> assertThat(it).contains("a cell is longer than 4096"),
                        it -> assertThat(it).contains("the row is longer than 16384"),
                        it -> assertThat(it).contains("more than 256 cells"));
    }

    @Test
    void a_quote_that_is_never_closed_refuses_the_file_and_says_where() {
        String text = Samples.rows(BLOCKS, 1, 2_000) + "2025-06-01,\"" + Samples.rows(BLOCKS, 3_000, 30_000);

        Receipt receipt = ledger.receive(BLOCKS, text);

        assertThat(receipt.state()).isEqualTo(State.REFUSED);
        assertThat(receipt.refusal()).startsWith("row 2001 has a quote");
        assertThat(ledger.device(1)).isEmpty();
    }

    @Test
    void text_after_a_closing_quote_refuses_the_file_and_says_where() {
        Receipt receipt = ledger.receive(
                BLOCKS, Samples.file(BLOCKS, Samples.row(BLOCKS, 1), "2025-06-01,\"x\"y,Police,stolen,KUI"));

        assertThat(receipt.refusal()).startsWith("row 2 has a quote");
    }

    private String reasonOf(int n) {
        DeviceBlocked blocked = (DeviceBlocked) ledger.device(n).getLast();
        return ((BlockGround.Order) blocked.ground()).reason();
    }

    private Waiting onlyWaiting(Receipt receipt) {
        assertThat(ledger.waiting(receipt)).hasSize(1);
        return ledger.waiting(receipt).getFirst();
    }
}
