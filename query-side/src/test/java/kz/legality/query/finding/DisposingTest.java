package kz.legality.query.finding;

import static kz.legality.example.Facts.exported;
import static kz.legality.example.Facts.imported;
import static kz.legality.example.Facts.on;
import static kz.legality.example.SightingDraft.seenOn;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import kz.legality.claim.ClaimEvent.RefundClaimed;
import kz.legality.claim.ExportItem;
import kz.legality.device.DeviceCommand;
import kz.legality.device.DeviceEvent.FindingDisposed;
import kz.legality.event.Source;
import kz.legality.example.Companies;
import kz.legality.example.Draft;
import kz.legality.example.Facts;
import kz.legality.finding.Disposition;
import kz.legality.finding.FindingState;
import kz.legality.finding.ItemEvent.ItemFindingDisposed;
import kz.legality.finding.Severity;
import kz.legality.identifier.ClaimNumber;
import kz.legality.identifier.DeclarationNumber;
import kz.legality.identifier.Imei;
import kz.legality.identifier.Tiyn;
import kz.legality.query.RandomLedger;
import kz.legality.query.device.Moment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person says of a finding stands until what it rests on says something else; and VAT stands on what counts. */
class DisposingTest {
    private static final Source.Actor AUDITOR = new Source.Actor("auditor", "act 12");
    private static final int PHONES = 30;
    private static final long VAT = 1_000_003;

    private TracedLedger ledger;

    @BeforeEach
    void a_claim_for_thirty_phones_three_of_which_are_back_in_use(@TempDir Path directory) {
        ledger = new TracedLedger(directory);
        for (int n = 0; n < PHONES; n++) {
            say(imported(phone(n)).declaration(Nation.LOT), exported(phone(n)).declaration(Nation.FIRST));
        }
        for (int n = 0; n < 3; n++) {
            say(seenOn("2025-06-10").until("2025-06-20", 5).with("user " + n).of(phone(n)));
        }
        ledger.say(new RefundClaimed(
                new ClaimNumber("VAT-1"),
                on("2025-10-10"),
                new Source.FileRow(Facts.FILE, 1),
                null,
                "2025-Q3",
                Companies.EXPORTER,
                Facts.noonOf("2025-10-10"),
                new DeclarationNumber(Nation.FIRST),
                1,
                new Tiyn(VAT),
                null));
        ledger.trace();
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private static Imei phone(int n) {
        return Nation.phone(n);
    }

    private void say(Draft<?>... facts) {
        for (Draft<?> fact : facts) {
            ledger.say(fact.fact());
        }
    }

    private FindingDoc ghost(int n) {
        return ledger.findings().values().stream()
                .filter(it -> it.stream().equals(phone(n).key())
                        && it.finding().rule().equals("R1"))
                .findFirst()
                .orElseThrow();
    }

    private void dispose(int n, Disposition disposition) {
        ledger.record(new FindingDisposed(
                phone(n), on("2025-11-01"), AUDITOR, ghost(n).finding().id(), disposition, "looked at", "auditor"));
        ledger.trace();
    }

    private long atRisk() {
        return ledger.claim("VAT-1").vatAtRisk();
    }

    /** Whole tiyn; what is left over goes to the first phones, one each. */
    private static long shareOf(int phones) {
        return phones * (VAT / PHONES) + Math.min(phones, VAT % PHONES);
    }

    @Test
    void each_phone_in_question_puts_its_share_of_the_vat_at_risk() {
        assertThat(atRisk()).isEqualTo(shareOf(3));
        assertThat(ledger.claim("VAT-1").byFinding()).containsEntry("R1", 3).containsEntry("R1c", 1);
    }

    @Test
    void findings_are_asked_for_by_weight_then_by_the_vat_they_put_at_risk() {
        dispose(0, Disposition.DISMISSED);
        for (FindingQueries.Asked asked : List.of(
                FindingQueries.Asked.ALL,
                new FindingQueries.Asked("R1", null, null, null),
                new FindingQueries.Asked(null, Severity.CRITICAL, null, null),
                new FindingQueries.Asked(null, null, FindingState.OPEN, null),
                new FindingQueries.Asked(null, null, null, Companies.EXPORTER.value()))) {
            List<FindingAnswer> answers = ledger.asked(asked, 2);

            assertThat(answers)
                    .as(asked.toString())
                    .hasSizeGreaterThan(1)
                    .isSortedAccordingTo(Comparator.comparing(FindingAnswer::severity)
                            .thenComparingLong(FindingAnswer::vatAtRisk)
                            .reversed());
        }
        assertThat(ledger.asked(new FindingQueries.Asked("R1", null, null, null), 50))
                .extracting(FindingAnswer::vatAtRisk)
                .as("phones 1 and 2 have a share each, the first of them one tiyn of what is left over more")
                .containsExactlyInAnyOrder(shareOf(3) - shareOf(2), shareOf(2) - shareOf(1), 0L);
        assertThat(ledger.asked(new FindingQueries.Asked("R1c", null, null, null), 50))
                .extracting(FindingAnswer::vatAtRisk)
                .as("an item's finding rests on its phones, whose findings tell the VAT")
                .containsExactly(0L);
    }

    @Test
    void what_stands_is_counted_by_rule() {
        assertThat(ledger.counts()).containsEntry("R1", 3L).containsEntry("R1c", 1L);

        dispose(2, Disposition.DISMISSED);
        assertThat(ledger.counts()).containsEntry("R1", 2L);

        say(seenOn("2025-08-01").until("2025-09-01", 20).with("another user").of(phone(2)));
        ledger.trace();
        assertThat(ledger.counts()).containsEntry("R1", 3L);

        withdrawSighting(0);
        assertThat(ledger.counts())
                .isEqualTo(ledger.findings().values().stream()
                        .filter(it -> it.state().counts())
                        .collect(Collectors.groupingBy(it -> it.finding().rule(), Collectors.counting())));
    }

    @Test
    void a_dismissed_finding_takes_its_share_off_and_does_not_come_back_by_itself() {
        dispose(2, Disposition.DISMISSED);

        assertThat(ghost(2).state()).isEqualTo(FindingState.DISMISSED);
        assertThat(ghost(2).by()).isEqualTo("auditor");
        assertThat(atRisk()).isEqualTo(shareOf(2));

        say(imported(phone(60)).declaration(Nation.LOT), exported(phone(0)).declaration(Nation.FIRST));
        ledger.say(imported(phone(2)).declaration(Nation.LOT).fact());
        ledger.trace();
        assertThat(ghost(2).state()).as("what it rests on says what it said").isEqualTo(FindingState.DISMISSED);
        assertThat(ledger.claim("VAT-1").byFinding()).containsEntry("R1", 2);
    }

    @Test
    void a_dismissed_finding_comes_back_when_its_inputs_change() {
        dispose(2, Disposition.DISMISSED);

        say(seenOn("2025-08-01").until("2025-09-01", 20).with("another user").of(phone(2)));
        ledger.trace();

        assertThat(ghost(2).state()).isEqualTo(FindingState.OPEN);
        assertThat(atRisk()).isEqualTo(shareOf(3));
    }

    @Test
    void a_confirmed_finding_counts_and_stays_confirmed_on_more_facts() {
        dispose(2, Disposition.CONFIRMED);
        assertThat(atRisk()).isEqualTo(shareOf(3));

        say(seenOn("2025-08-01").until("2025-09-01", 20).with("another user").of(phone(2)));
        ledger.trace();

        assertThat(ghost(2).state()).isEqualTo(FindingState.CONFIRMED);
        assertThat(atRisk()).isEqualTo(shareOf(3));
    }

    @Test
    void a_finding_whose_ground_is_withdrawn_counts_no_more_even_if_it_was_confirmed() {
        dispose(2, Disposition.CONFIRMED);
        withdrawSighting(2);

        assertThat(ledger.findings().values()).noneMatch(it -> it.stream().equals(phone(2).key()));
        assertThat(atRisk()).isEqualTo(shareOf(2));
    }

    @Test
    void of_a_device_they_are_told_as_they_were_known_and_had_come_about() {
        List<Long> facts = ghost(2).facts();
        Instant raised = ledger.now();
        assertThat(ledger.ofDevice(phone(2), new Moment(on("2025-12-01"), null)))
                .extracting(FindingAnswer::claim)
                .containsExactly("VAT-1");
        assertThat(ledger.ofDevice(phone(2), new Moment(on("2025-07-01"), null)))
                .extracting(FindingAnswer::claim)
                .as("filed in October")
                .containsExactly((String) null);
        assertThat(ledger.ofDevice(phone(2), new Moment(on("2025-05-01"), null)))
                .as("before it was seen again")
                .isEmpty();
        dispose(2, Disposition.CONFIRMED);
        Instant confirmed = ledger.now();
        withdrawSighting(2);

        assertThat(ledger.ofDevice(phone(2), Moment.NOW)).isEmpty();
        assertThat(ledger.ofDevice(phone(2), new Moment(null, confirmed)))
                .singleElement()
                .satisfies(it -> assertThat(it.state()).isEqualTo(FindingState.CONFIRMED));
        assertThat(ledger.ofDevice(phone(2), new Moment(null, raised)))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.rule()).isEqualTo("R1");
                    assertThat(it.state()).isEqualTo(FindingState.OPEN);
                    assertThat(it.facts()).isEqualTo(facts);
                });
        assertThat(ledger.ofDevice(phone(2), new Moment(null, RandomLedger.OPENED)))
                .as("before anything was recorded")
                .isEmpty();
    }

    private void withdrawSighting(int n) {
        long sighting = ledger.events(phone(n).key()).stream()
                .map(Object::getClass)
                .map(Class::getSimpleName)
                .toList()
                .indexOf("SeenOnNetwork");
        ledger.ask(new DeviceCommand.WithdrawFact(phone(n), on("2025-11-02"), AUDITOR, sighting, "another phone"));
        ledger.trace();
    }

    @Test
    void what_is_said_of_an_item_is_disposed_of_likewise_and_moves_no_vat() {
        FindingDoc batch = ledger.the("R1c");
        ledger.record(new ItemFindingDisposed(
                ExportItem.of(Nation.FIRST + "/1"),
                on("2025-11-01"),
                AUDITOR,
                batch.finding().id(),
                Disposition.DISMISSED,
                "a tourist group",
                "auditor"));
        ledger.trace();

        assertThat(ledger.the("R1c").state()).isEqualTo(FindingState.DISMISSED);
        assertThat(ledger.claim("VAT-1").byFinding()).doesNotContainKey("R1c");
        assertThat(atRisk()).isEqualTo(shareOf(3));

        say(seenOn("2025-06-10").until("2025-06-20", 5).with("one more").of(phone(3)));
        ledger.trace();
        assertThat(ledger.the("R1c").state()).as("one more phone is back").isEqualTo(FindingState.OPEN);
        assertThat(atRisk()).isEqualTo(shareOf(4));
    }
}
