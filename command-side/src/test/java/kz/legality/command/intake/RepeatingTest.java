package kz.legality.command.intake;

import static kz.legality.sourcefile.FileKind.BLOCKS;
import static kz.legality.sourcefile.FileKind.CUSTOMS_IMPORTS;
import static kz.legality.sourcefile.FileKind.REGISTRATIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import kz.legality.identifier.FileHash;
import kz.legality.identifier.Iin;
import kz.legality.secrecy.Subject;
import kz.legality.sourcefile.FileKind;
import kz.legality.sourcefile.SourceFile.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepeatingTest {
    /** More rows than three stretches hold, some of them flawed, some about one device. */
    private static final String LONG_FILE = Samples.rows(REGISTRATIONS, 1, 2_500)
            + Samples.rows(REGISTRATIONS, 1_000, 1_900)
                    .replace("Kcell", "Altel")
                    .lines()
                    .skip(1)
                    .reduce("", (all, line) -> all + line + "\n")
            + "bad,row\n";

    @TempDir
    Path directory;

    private LedgerUnderTest ledger;

    @BeforeEach
    void start() {
        ledger = new LedgerUnderTest(directory);
    }

    @Test
    void the_same_file_twice_changes_nothing_and_answers_with_the_first_receipt() {
        String text = Samples.file(BLOCKS, Samples.row(BLOCKS, 1), "x");
        Receipt first = ledger.receive(BLOCKS, text);
        int events = ledger.events.all.size();

        Receipt second = ledger.receive(CUSTOMS_IMPORTS, text);

        assertThat(ledger.events.all).hasSize(events);
        assertThat(second.repeated()).isTrue();
        assertThat(second).usingRecursiveComparison().ignoringFields("repeated").isEqualTo(first);
        assertThat(ledger.intake.receiptOf(first.sha256())).contains(second);
    }

    @Test
    void a_file_nobody_sent_has_neither_receipt_nor_quarantine() {
        Receipt refused = ledger.receive(BLOCKS, "");
        assertThat(ledger.intake.receiptOf(new FileHash("0".repeat(64)))).isEmpty();
        assertThat(ledger.intake.quarantineOf(refused.sha256())).isEmpty();
    }

    @Test
    void a_refused_file_may_be_sent_again_as_another_kind() {
        String text = Samples.file(BLOCKS, Samples.row(BLOCKS, 1));
        Receipt refused = ledger.receive(REGISTRATIONS, text);
        Receipt again = ledger.receive(REGISTRATIONS, text);

        Receipt taken = ledger.receive(BLOCKS, text);

        assertThat(refused.state()).isEqualTo(State.REFUSED);
        assertThat(again.repeated()).isTrue();
        assertThat(ledger.stream(taken)).hasSize(4);
        assertThat(taken.state()).isEqualTo(State.COMPLETED);
        assertThat(taken.refusal()).isNull();
    }

    @Test
    void a_fact_that_comes_again_in_another_file_is_recorded_once() {
        ledger.receive(BLOCKS, Samples.rows(BLOCKS, 1, 3));

        Receipt receipt = ledger.receive(BLOCKS, Samples.rows(BLOCKS, 2, 4));

        assertThat(receipt.accepted()).isEqualTo(3);
        assertThat(receipt.events()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void a_file_that_was_cut_off_goes_on_and_leaves_what_an_uninterrupted_one_leaves(int appends) {
        LedgerUnderTest whole = new LedgerUnderTest(directory);
        Receipt uninterrupted = whole.receive(REGISTRATIONS, LONG_FILE);
        AtomicInteger left = new AtomicInteger(appends);
        Intake cutOff = ledger.intake(events -> {
            if (left.getAndDecrement() == 0) {
                throw new IllegalStateException("the power failed");
            }
            return ledger.seal.sealed(events);
        });
        assertThatThrownBy(() ->
                        cutOff.receive(REGISTRATIONS, "sent.csv", "tester", ledger.file(LONG_FILE), Progress.UNWATCHED))
                .hasMessage("the power failed");

        Receipt receipt = ledger.receive(REGISTRATIONS, LONG_FILE);

        assertThat(receipt).isEqualTo(uninterrupted);
        assertThat(receipt.quarantined()).isEqualTo(1);
        assertThat(told(ledger)).isEqualTo(told(whole));
    }

    @Test
    void the_same_file_twice_at_once_is_recorded_once_and_the_second_gets_the_first_receipt() throws Exception {
        Path file = ledger.file(LONG_FILE);
        List<Receipt> receipts = atOnce(
                () -> ledger.intake.receive(REGISTRATIONS, "a", "tester", file, Progress.UNWATCHED),
                () -> ledger.intake.receive(REGISTRATIONS, "a", "tester", file, Progress.UNWATCHED));

        assertThat(receipts).extracting(Receipt::repeated).containsExactlyInAnyOrder(true, false);
        assertThat(ledger.events.conflicts).isZero();
    }

    @Test
    void the_same_file_in_two_processes_at_once_is_recorded_once() throws Exception {
        LedgerUnderTest whole = new LedgerUnderTest(directory);
        whole.receive(REGISTRATIONS, LONG_FILE);
        Path file = ledger.file(LONG_FILE);
        Intake other = ledger.intake(ledger.seal);

        List<Receipt> receipts = atOnce(
                () -> ledger.intake.receive(REGISTRATIONS, "sent.csv", "tester", file, Progress.UNWATCHED),
                () -> other.receive(REGISTRATIONS, "sent.csv", "tester", file, Progress.UNWATCHED));

        assertThat(receipts).extracting(Receipt::rows).containsOnly(3_402L);
        assertThat(told(ledger)).isEqualTo(told(whole));
    }

    @Test
    void two_files_about_the_same_devices_at_once_lose_nothing() throws Exception {
        Path imports = ledger.file(Samples.rows(CUSTOMS_IMPORTS, 1, 6_000));
        Path blocks = ledger.file(Samples.rows(BLOCKS, 1, 6_000));

        atOnce(receiving(CUSTOMS_IMPORTS, imports), receiving(BLOCKS, blocks));

        for (int n = 1; n <= 6_000; n++) {
            assertThat(ledger.device(n)).hasSize(2);
        }
    }

    @Test
    void a_file_that_changes_while_it_is_read_is_not_recorded_under_the_hash_it_had() {
        Path file = ledger.file(LONG_FILE);
        Intake intake = ledger.intake(events -> {
            try {
                Files.writeString(file, "x");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return ledger.seal.sealed(events);
        });

        assertThatThrownBy(() -> intake.receive(REGISTRATIONS, "a", "tester", file, Progress.UNWATCHED))
                .isInstanceOf(IOException.class);
        assertThat(ledger.device(1)).isEmpty();
    }

    @Test
    void a_person_who_was_forgotten_is_not_recorded_anew_and_the_rest_goes_on() {
        Subject subject = ledger.keys.pseudonyms().person(new Iin(Samples.IIN)).subject();
        ledger.keys.forget(subject);

        Receipt receipt = ledger.receive(
                REGISTRATIONS,
                Samples.file(
                        REGISTRATIONS,
                        Samples.row(REGISTRATIONS, 1),
                        Samples.row(REGISTRATIONS, 2, "owner", Samples.BIN)));

        assertThat(receipt.accepted()).isEqualTo(1);
        assertThat(ledger.waiting(receipt).getFirst().reason()).contains("forgotten");
        assertThat(ledger.quarantineCsv(receipt)).doesNotContain(Samples.IIN, Samples.MSISDN);
        assertThat(ledger.device(1)).isEmpty();
    }

    private Callable<Receipt> receiving(FileKind kind, Path file) {
        return () -> ledger.intake.receive(kind, "a", "tester", file, Progress.UNWATCHED);
    }

    /** Everything in the order it was stored, without ids, salts and nonces. */
    private static List<String> told(LedgerUnderTest ledger) {
        return ledger.events.all.stream()
                .map(message -> message.getAggregateIdentifier() + " " + message.getSequenceNumber() + " "
                        + message.getPayload().toString().replaceAll("(commitment|sealed)=[\\w-]+", "$1"))
                .toList();
    }

    private static List<Receipt> atOnce(Callable<Receipt> one, Callable<Receipt> other) throws Exception {
        List<Receipt> receipts = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (Future<Receipt> receipt : threads.invokeAll(List.of(one, other))) {
                receipts.add(receipt.get());
            }
        }
        return receipts;
    }
}
