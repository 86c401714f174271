package kz.legality.evidence.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import kz.legality.evidence.proof.Checkpoint;
import kz.legality.evidence.proof.VerifierKey;
import kz.legality.evidence.verifier.BundleCheck;
import kz.legality.evidence.verifier.Check;
import kz.legality.evidence.verifier.Report;
import kz.legality.evidence.verifier.Report.Outcome;
import kz.legality.evidence.verifier.Trust;
import kz.legality.evidence.witness.WitnessFault;
import kz.legality.evidence.witness.Witnesses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessedTest {
    @TempDir
    private Path directory;

    private TrueBundle ledger;
    private HttpWitness witness;

    @BeforeEach
    void open() throws IOException {
        ledger = new TrueBundle(directory, 700, 30, 11);
        witness = new HttpWitness(logKey());
        ledger.witnesses = Witnesses.read(Files.writeString(
                directory.resolve("witnesses"), "# those who see our checkpoints\n\n" + witness.line()));
    }

    @AfterEach
    void close() {
        witness.close();
        ledger.close();
    }

    private VerifierKey logKey() {
        return ledger.log.keys().signer().verifier();
    }

    private Report verified(byte[] bundle) {
        return BundleCheck.of(bundle, new Trust(List.of(logKey()), List.of(witness.key()), Set.of(), null));
    }

    private static Outcome outcome(Report report, Check check) {
        return report.lines().stream()
                .filter(line -> line.check() == check)
                .findFirst()
                .orElseThrow()
                .outcome();
    }

    @Test
    void a_bundle_carries_the_line_of_the_witness_and_holds_for_who_trusts_him() {
        Report report = verified(ledger.bundleOf(TrueBundle.imei(3), TrueBundle.imei(4)));
        assertThat(report.holds()).as(report.text()).isTrue();
        assertThat(outcome(report, Check.WITNESSES)).isEqualTo(Outcome.PASS);
        assertThat(ledger.faults).isEmpty();
    }

    @Test
    void the_next_checkpoint_is_shown_with_a_proof_from_the_one_before() {
        ledger.bundleOf(TrueBundle.imei(3));
        ledger.add(TrueBundle.imei(3), "DeviceExported", "{}");
        Report report = verified(ledger.bundleOf(TrueBundle.imei(3)));
        assertThat(outcome(report, Check.WITNESSES)).isEqualTo(Outcome.PASS);
        assertThat(witness.conflicts).as("the size he saw last is remembered").isZero();
    }

    @Test
    void a_witness_who_saw_more_than_is_remembered_here_says_so_and_is_asked_again() throws IOException {
        ledger.bundleOf(TrueBundle.imei(3));
        ledger.witnesses = Witnesses.read(directory.resolve("witnesses"));
        Report report = verified(ledger.bundleOf(TrueBundle.imei(5)));
        assertThat(outcome(report, Check.WITNESSES)).isEqualTo(Outcome.PASS);
        assertThat(witness.conflicts).isEqualTo(1);
    }

    @Test
    void a_witness_who_was_shown_another_tree_does_not_cosign_and_the_verifier_says_so() {
        witness.remember(new Checkpoint(logKey().name(), 500, new byte[32]));
        Report report = verified(ledger.bundleOf(TrueBundle.imei(3)));
        assertThat(outcome(report, Check.WITNESSES)).isEqualTo(Outcome.FAIL);
        assertThat(report.holds()).isFalse();
        assertThat(ledger.faults)
                .extracting(WitnessFault::getMessage)
                .singleElement()
                .asString()
                .contains("witness.test/w1", "422");
    }

    @Test
    void without_an_answer_the_bundle_is_made_and_only_the_line_is_missing() {
        witness.close();
        byte[] bundle = ledger.bundleOf(TrueBundle.imei(3));
        assertThat(outcome(verified(bundle), Check.WITNESSES)).isEqualTo(Outcome.FAIL);
        assertThat(BundleCheck.of(bundle, Trust.inLog(logKey())).holds()).isTrue();
        assertThat(ledger.faults).singleElement().asString().contains("does not answer");
    }

    @Test
    void a_line_that_is_no_witness_is_named() throws IOException {
        Path file =
                Files.writeString(directory.resolve("witnesses"), "# none\n" + logKey().text() + " http://127.0.0.1\n");
        assertThatThrownBy(() -> Witnesses.read(file)).hasMessageContaining("line 2");
    }
}
