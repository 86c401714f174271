package kz.legality.command.intake;

import static kz.legality.sourcefile.FileKind.PERSONAL_DECLARATIONS;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import kz.legality.allowance.AllowanceEvent;
import kz.legality.allowance.AllowanceEvent.AllowanceReturned;
import kz.legality.allowance.AllowanceEvent.AllowanceUsed;
import kz.legality.command.device.CommandSide;
import kz.legality.device.AllowanceBound;
import kz.legality.device.AllowanceConsequence.AllowanceExceeded;
import kz.legality.device.AllowanceConsequence.AllowanceRestored;
import kz.legality.device.Decision;
import kz.legality.device.DeviceCommand.WithdrawFact;
import kz.legality.device.DeviceEvent.DeviceDeclared;
import kz.legality.device.DeviceEvent.FactWithdrawn;
import kz.legality.event.LedgerEvent;
import kz.legality.event.Source;
import kz.legality.identifier.Iin;
import kz.legality.identifier.Imei;
import kz.legality.policy.Policies;
import kz.legality.policy.Policy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Personal declarations as files bring them, each person counted in a stream of his own. */
class AllowanceTest {
    private static final String OTHER_PERSON = "900101300811";

    @TempDir
    Path directory;

    private LedgerUnderTest ledger;

    @BeforeEach
    void start() {
        ledger = new LedgerUnderTest(directory);
    }

    @Test
    void the_third_device_of_a_file_is_beyond_the_allowance_and_the_event_names_rule_and_version() {
        receive(paper(1), paper(2), paper(3));

        assertThat(kinds(ledger.device(2))).containsExactly(DeviceDeclared.class);
        assertThat(kinds(ledger.device(3))).containsExactly(DeviceDeclared.class, AllowanceExceeded.class);
        AllowanceExceeded beyond = (AllowanceExceeded) ledger.device(3).get(1);
        assertThat(beyond.bound()).isEqualTo(AllowanceBound.DEVICES_OF_THE_YEAR);
        assertThat(beyond.policyVersion()).isEqualTo("KZ-2025-03-25");
        assertThat(beyond.source().text()).isEqualTo("rule:WhenBeyondThePersonalAllowanceThenNotLawful");
    }

    @Test
    void what_was_counted_is_in_a_stream_of_its_person_who_is_not_named_there() {
        Receipt receipt = receive(paper(1), paper(2), paper(3));

        assertThat(kinds(allowanceOf(Samples.IIN)))
                .containsExactly(AllowanceUsed.class, AllowanceUsed.class, AllowanceUsed.class);
        assertThat(allowanceOf(Samples.IIN).toString()).doesNotContain(Samples.IIN);
        assertThat(receipt.events()).isEqualTo(7);
    }

    @Test
    void files_one_after_another_are_counted_together() {
        receive(paper(1), paper(2));
        receive(paper(3));
        receive(paper(4));

        assertThat(kinds(ledger.device(3))).contains(AllowanceExceeded.class);
        assertThat(kinds(ledger.device(4))).contains(AllowanceExceeded.class);
    }

    @Test
    void a_file_that_comes_again_under_another_name_counts_nothing_twice() {
        receive(paper(1), paper(2));
        receive(paper(2), paper(1));

        assertThat(allowanceOf(Samples.IIN)).hasSize(2);
        assertThat(kinds(ledger.device(1))).containsExactly(DeviceDeclared.class);
    }

    @Test
    void the_imeis_of_one_device_count_once() {
        receive(
                cell(cell(paper(1), "device", "a"), "declaration", "50402/010425/0000001"),
                cell(cell(paper(2), "device", "a"), "declaration", "50402/010425/0000001"),
                paper(3));

        assertThat(kinds(ledger.device(3))).containsExactly(DeviceDeclared.class);
    }

    @Test
    void duty_paid_in_a_corrected_file_makes_the_third_lawful() {
        receive(paper(1), paper(2), paper(3));
        receive(cell(paper(3), "duty_paid_tiyn", "4500000"));

        DeviceDeclared corrected = (DeviceDeclared) ledger.device(3).getLast();
        assertThat(corrected.corrects()).isZero();
        assertThat(corrected.isDutyPaid()).isTrue();
    }

    @Test
    void a_paper_corrected_to_another_person_gives_the_allowance_back_in_the_same_append() {
        receive(paper(1), paper(2), paper(3));
        receive(cell(paper(1), "person_iin", OTHER_PERSON));

        assertThat(allowanceOf(Samples.IIN)).last().isInstanceOf(AllowanceReturned.class);
        assertThat(kinds(allowanceOf(OTHER_PERSON))).containsExactly(AllowanceUsed.class);
        assertThat(ledger.device(3)).last().isInstanceOf(AllowanceRestored.class);
    }

    @Test
    void a_paper_that_is_withdrawn_by_an_order_gives_the_allowance_back_with_it() {
        receive(paper(1), paper(2), paper(3));
        try (CommandSide commands = CommandSide.builder()
                .eventStore(ledger.store)
                .keys(ledger.keys)
                .policies(Policies.always(Policy.kazakhstan()))
                .build()) {
            Decision decision = commands.send(
                    new WithdrawFact(
                            new Imei(Samples.imei(1)),
                            LedgerUnderTest.NOW,
                            new Source.Actor("officer", "req-1"),
                            0,
                            "typed wrongly"),
                    Map.of("request", "req-1"));

            assertThat(decision.events()).singleElement().isInstanceOf(FactWithdrawn.class);
        }
        assertThat(ledger.device(1)).last().isInstanceOf(FactWithdrawn.class);
        assertThat(allowanceOf(Samples.IIN)).last().isInstanceOf(AllowanceReturned.class);
        assertThat(ledger.device(3)).last().isInstanceOf(AllowanceRestored.class);
    }

    private Receipt receive(String... rows) {
        return ledger.receive(PERSONAL_DECLARATIONS, Samples.file(PERSONAL_DECLARATIONS, rows));
    }

    /** Of the n-th device, crossing on the n-th of April. */
    private static String paper(int n) {
        String row = Samples.row(PERSONAL_DECLARATIONS, n);
        return cell(
                cell(cell(row, "declaration", "50402/010425/000000" + n), "tracking", ""),
                "crossed_at",
                "2025-04-0" + n + "T08:00:00+05:00");
    }

    private static String cell(String row, String column, String cell) {
        List<String> cells = new ArrayList<>(List.of(row.split(Samples.SEPARATOR, -1)));
        cells.set(
                Arrays.asList(Samples.header(PERSONAL_DECLARATIONS).split(Samples.SEPARATOR, -1))
                        .indexOf(column),
                cell);
        return String.join(Samples.SEPARATOR, cells);
    }

    private List<LedgerEvent> allowanceOf(String iin) {
        return ledger.stream(AllowanceEvent.streamOf(
                ledger.keys.pseudonyms().person(new Iin(iin)).pseudonym()));
    }

    private static List<Class<?>> kinds(List<LedgerEvent> events) {
        return events.stream().<Class<?>>map(Object::getClass).toList();
    }
}
