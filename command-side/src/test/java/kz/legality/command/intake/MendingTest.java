package kz.legality.command.intake;

import static kz.legality.sourcefile.FileKind.BLOCKS;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import kz.legality.command.intake.Quarantine.Waiting;
import kz.legality.secrecy.Subject;
import kz.legality.sourcefile.FileEvent.RowsMended;
import kz.legality.sourcefile.FileEvent.RowsQuarantined;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MendingTest {
    @TempDir
    Path directory;

    private LedgerUnderTest ledger;
    private Receipt flawed;

    @BeforeEach
    void a_file_with_two_bad_rows_was_sent() {
        ledger = new LedgerUnderTest(directory);
        flawed = ledger.receive(
                BLOCKS,
                Samples.file(
                        BLOCKS,
                        Samples.row(BLOCKS, 1),
                        Samples.row(BLOCKS, 2, "ordered_at", "tomorrow"),
                        Samples.row(BLOCKS, 3, "reason", "\"a,b\"").replace(Samples.imei(3), "35")));
    }

    @Test
    void the_quarantine_comes_back_as_the_file_it_was_with_what_is_wrong() {
        String hash = flawed.sha256().sha256();

        assertThat(ledger.quarantineCsv(flawed))
                .isEqualTo(Samples.header(BLOCKS)
                        + ",quarantine_file,quarantine_row,quarantine_column,quarantine_reason\r\n"
                        + Samples.row(BLOCKS, 2, "ordered_at", "tomorrow") + "," + hash
                        + ",2,ordered_at,\"a time reads 2025-03-25T14:05:00+05:00, or 2025-03-25 for the whole day; this does not\"\r\n"
                        + "2025-06-01T12:00:00+05:00,35,Police,\"\"\"a,b\"\"\",KUI-3," + hash
                        + ",3,imei,\"an IMEI has 14, 15 or 16 digits, this has 2 characters\"\r\n");
    }

    @Test
    void a_mended_row_is_recorded_and_waits_no_longer() {
        Receipt mended = ledger.receive(BLOCKS, ledger.quarantineCsv(flawed).replace("tomorrow", "2025-06-02"));

        assertThat(mended.accepted()).isEqualTo(1);
        assertThat(mended.quarantined()).isEqualTo(1);
        assertThat(ledger.device(2)).hasSize(1);
        assertThat(ledger.waiting(flawed)).extracting(Waiting::row).containsExactly(3L);
        assertThat(ledger.intake.receiptOf(flawed.sha256()).orElseThrow().mended())
                .isEqualTo(1);
        assertThat(ledger.stream(flawed).getLast()).isInstanceOfSatisfying(RowsMended.class, event -> {
            assertThat(event.rows()).containsExactly(2L);
            assertThat(event.by()).isEqualTo(mended.sha256());
        });
    }

    @Test
    void a_row_that_fails_again_waits_in_both_files_and_is_mended_in_both_at_once() {
        Receipt second = ledger.receive(BLOCKS, ledger.quarantineCsv(flawed).replace("tomorrow", "2025-06-02"));
        String again = ledger.quarantineCsv(second);

        assertThat(again).contains(second.sha256() + " " + flawed.sha256() + ",2 3,imei");
        Receipt third = ledger.receive(BLOCKS, again.replace(",35,", "," + Samples.imei(3) + ","));

        assertThat(third.accepted()).isEqualTo(1);
        assertThat(ledger.waiting(second)).isEmpty();
        assertThat(ledger.waiting(flawed)).isEmpty();
        assertThat(ledger.intake.receiptOf(flawed.sha256()).orElseThrow().mended())
                .isEqualTo(2);
    }

    @Test
    void a_row_is_mended_once() {
        String csv = ledger.quarantineCsv(flawed).replace("tomorrow", "2025-06-02");
        ledger.receive(BLOCKS, csv);

        ledger.receive(BLOCKS, csv.replace("2025-06-02", "2025-06-03"));

        assertThat(ledger.intake.receiptOf(flawed.sha256()).orElseThrow().mended())
                .isEqualTo(1);
    }

    @Test
    void a_row_that_was_never_quarantined_or_a_file_that_was_never_sent_is_not_mended() {
        String columns = Samples.header(BLOCKS) + ",quarantine_file,quarantine_row\n";
        Receipt receipt = ledger.receive(
                BLOCKS,
                columns + Samples.row(BLOCKS, 4) + "," + flawed.sha256() + ",1\n" + Samples.row(BLOCKS, 5) + ","
                        + "0".repeat(64) + ",1\n" + Samples.row(BLOCKS, 6) + ",nonsense,x\n" + Samples.row(BLOCKS, 7)
                        + "," + flawed.sha256() + ",-3\n" + Samples.row(BLOCKS, 8) + ",,\n");

        assertThat(receipt.accepted()).isEqualTo(5);
        assertThat(ledger.intake.receiptOf(flawed.sha256()).orElseThrow().mended())
                .isZero();
    }

    @Test
    void many_bad_rows_are_kept_in_events_of_a_hundred() {
        String rows = Samples.rows(BLOCKS, 1, 1_250).replace("2025-06-01T", "2025-66-01T");

        Receipt receipt = ledger.receive(BLOCKS, rows);

        List<Integer> sizes = ledger.stream(receipt).stream()
                .filter(RowsQuarantined.class::isInstance)
                .map(event -> ((RowsQuarantined) event).rows().size())
                .toList();
        assertThat(sizes).hasSize(13).allSatisfy(size -> assertThat(size).isLessThanOrEqualTo(100));
        assertThat(ledger.quarantineCsv(receipt).lines()).hasSize(1_251);
        Receipt mended = ledger.receive(BLOCKS, ledger.quarantineCsv(receipt).replace("2025-66-01T", "2025-06-01T"));
        assertThat(mended.accepted()).isEqualTo(1_250);
        assertThat(ledger.waiting(receipt)).isEmpty();
    }

    @Test
    void rows_whose_key_was_destroyed_keep_their_number_and_reason_alone() {
        ledger.keys.forget(Subject.unreadRowsOf(flawed.sha256()));

        assertThat(ledger.quarantineCsv(flawed)).doesNotContain("Police").contains(",,,,," + flawed.sha256() + ",2,");
    }
}
