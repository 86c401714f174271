package kz.legality.device;

import static kz.legality.device.ListStatus.BLACK;
import static kz.legality.device.ListStatus.GREY;
import static kz.legality.device.ListStatus.UNKNOWN;
import static kz.legality.device.ListStatus.WHITE;
import static kz.legality.device.Standing.Code.COMMERCIAL_IMPORT;
import static kz.legality.device.Standing.Code.EXPORTED;
import static kz.legality.device.Standing.Code.GREY_TERM_EXPIRED;
import static kz.legality.device.Standing.Code.GREY_TERM_RUNNING;
import static kz.legality.device.Standing.Code.NOT_RELEASED;
import static kz.legality.device.Standing.Code.NO_ORIGIN;
import static kz.legality.device.Standing.Code.PERSONAL_DECLARATION;
import static kz.legality.example.Facts.cloned;
import static kz.legality.example.Facts.declared;
import static kz.legality.example.Facts.exported;
import static kz.legality.example.Facts.imported;
import static kz.legality.example.Facts.noonOf;
import static kz.legality.example.Facts.ordered;
import static kz.legality.example.Facts.registered;
import static kz.legality.example.Scenario.given;
import static kz.legality.example.Step.sweep;
import static kz.legality.example.Step.withdrawal;
import static kz.legality.example.Step.withdrawalOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.stream.Stream;
import kz.legality.device.Decision.Refusal;
import kz.legality.device.DeviceEvent.DeviceDeclared;
import kz.legality.device.DeviceEvent.DeviceExported;
import kz.legality.device.DeviceEvent.DeviceImported;
import kz.legality.device.DeviceEvent.DeviceUnblocked;
import kz.legality.device.DeviceEvent.FactWithdrawn;
import kz.legality.device.DeviceEvent.GreyTermStarted;
import kz.legality.event.Source;
import kz.legality.example.Companies;
import kz.legality.example.Draft;
import kz.legality.example.Scenario;
import kz.legality.policy.Policy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a source says again, says otherwise, or takes back. */
class CorrectingTest {
    static Stream<Draft<?>> everyFact() {
        return Stream.of(
                imported(),
                imported().notReleased().device("box 1"),
                declared(),
                declared().withoutDocument().tracking("RB123"),
                registered(),
                registered().to(Companies.SHOP),
                exported(),
                exported().notExited(),
                cloned(),
                ordered("№ 1"));
    }

    @ParameterizedTest
    @MethodSource("everyFact")
    void a_repeated_fact_leads_to_nothing(Draft<?> fact) {
        given(fact).when(fact).thenNothing();
    }

    @ParameterizedTest
    @MethodSource("everyFact")
    void nor_when_another_file_brings_it(Draft<?> fact) {
        given(fact).when(fact.from(new Source.Actor("customs", "r-1"))).thenNothing();
    }

    @ParameterizedTest
    @MethodSource("everyFact")
    void nor_when_its_times_are_written_at_another_offset(Draft<?> fact) {
        given(fact)
                .when(fact.at(noonOf("2025-05-02")))
                .thenAnything()
                .when(fact.at(noonOf("2025-05-02").withOffsetSameInstant(ZoneOffset.UTC)))
                .thenNothing();
    }

    @Test
    void another_value_on_the_same_line_corrects_the_first() {
        Scenario scenario = given(imported().worth(1_000, 120))
                .when(imported().worth(2_000, 240))
                .then(DeviceImported.class);
        assertThat(((DeviceImported) scenario.led().getFirst()).corrects()).isZero();
        assertThat(scenario.device().origins()).hasSize(1);
    }

    @Test
    void a_corrected_personal_declaration_stands_once() {
        Scenario scenario =
                given(declared().worth(1_000)).when(declared().worth(2_000)).then(DeviceDeclared.class);
        assertThat(((DeviceDeclared) scenario.led().getFirst()).corrects()).isZero();
        assertThat(scenario.device().origins()).hasSize(1);
        scenario.stands(WHITE, PERSONAL_DECLARATION);
    }

    @Test
    void a_correction_of_a_correction_corrects_the_latest() {
        Scenario scenario = given(imported().worth(1, 0), imported().worth(2, 0))
                .when(imported().worth(3, 0));
        assertThat(((DeviceImported) scenario.led().getFirst()).corrects()).isEqualTo(1L);
        assertThat(scenario.device().words()).hasSize(1);
    }

    @Test
    void another_line_of_the_same_declaration_is_another_fact() {
        Scenario scenario = given(imported().item(1)).when(imported().item(2)).then(DeviceImported.class);
        assertThat(((DeviceImported) scenario.led().getFirst()).corrects()).isNull();
    }

    @Test
    void a_source_cannot_say_by_itself_what_it_corrects() {
        DeviceImported claims = imported().fact().correcting(17L);
        Decision decision = Deciding.on(new DeviceCommand.RecordFact(claims), Device.UNSEEN, Policy.kazakhstan());
        assertThat(((DeviceImported) decision.events().getFirst()).corrects()).isNull();
    }

    @Test
    void a_correction_that_takes_the_release_back_ends_legality() {
        given(imported())
                .when(imported().notReleased())
                .then(DeviceImported.class)
                .stands(UNKNOWN, NOT_RELEASED);
    }

    @Test
    void an_export_as_it_was_before_its_goods_left_takes_no_exit_back() {
        given(imported(), exported().exitedOn("2025-06-04"))
                .when(exported().notExited())
                .thenNothing();
        given(imported(), exported().exitedOn("2025-06-04"))
                .when(exported().notExited().worth(1))
                .then(DeviceExported.class);
    }

    @Test
    void a_second_export_is_recorded_as_the_customs_say_it() {
        given(imported(), exported())
                .when(exported().declaration("50501/020625/0000005").on("2025-06-02"))
                .then(DeviceExported.class)
                .stands(UNKNOWN, EXPORTED);
    }

    @Test
    void an_import_withdrawn_leaves_it_without_origin() {
        given(imported())
                .when(withdrawalOf(DeviceImported.class, "2025-07-01"))
                .then(FactWithdrawn.class)
                .stands(UNKNOWN, NO_ORIGIN);
    }

    @Test
    void an_import_withdrawn_from_a_registered_device_leaves_it_grey() {
        given(imported(), registered())
                .when(withdrawalOf(DeviceImported.class, "2025-07-01"))
                .then(FactWithdrawn.class, GreyTermStarted.class)
                .stands(GREY, GREY_TERM_RUNNING, NO_ORIGIN)
                .withDeadline("2025-07-31");
    }

    @Test
    void an_export_withdrawn_restores_legality() {
        given(imported(), exported(), withdrawalOf(DeviceExported.class, "2025-07-01"))
                .stands(WHITE, COMMERCIAL_IMPORT);
    }

    @Test
    void an_export_withdrawn_lifts_the_expiry_that_followed_it() {
        given(imported(), registered(), exported(), sweep("2025-07-15"))
                .stands(BLACK, GREY_TERM_EXPIRED)
                .when(withdrawalOf(DeviceExported.class, "2025-08-01"))
                .then(FactWithdrawn.class, DeviceUnblocked.class)
                .stands(WHITE, COMMERCIAL_IMPORT);
    }

    @Test
    void a_fact_is_withdrawn_once() {
        given(imported(), withdrawal(0, "2025-07-01"))
                .when(withdrawal(0, "2025-07-02"))
                .thenRefused(Refusal.NO_SUCH_FACT);
    }

    @Test
    void what_was_corrected_cannot_be_withdrawn_any_more() {
        given(imported().worth(1, 0), imported().worth(2, 0))
                .when(withdrawal(0, "2025-07-01"))
                .thenRefused(Refusal.NO_SUCH_FACT);
    }

    @Test
    void what_the_ledger_decided_cannot_be_withdrawn() {
        given(registered().on("2024-10-01")).when(withdrawal(1, "2025-07-01")).thenRefused(Refusal.NO_SUCH_FACT);
    }

    @Test
    void what_never_was_cannot_be_withdrawn() {
        given(imported()).when(withdrawal(99, "2025-07-01")).thenRefused(Refusal.NO_SUCH_FACT);
    }

    @Test
    void a_fact_that_was_withdrawn_does_not_count_again_because_another_file_repeats_it() {
        given(imported(), withdrawal(0, "2025-07-01"))
                .when(imported())
                .thenNothing()
                .stands(UNKNOWN, NO_ORIGIN);
    }

    @Test
    void what_its_source_says_otherwise_afterwards_counts() {
        given(imported(), withdrawal(0, "2025-07-01"))
                .when(imported().model("Samsung", "SM-S921B"))
                .then(DeviceImported.class)
                .stands(WHITE, COMMERCIAL_IMPORT)
                .when(imported())
                .thenNothing();
    }
}
