package kz.legality.device;

import static kz.legality.device.ListStatus.BLACK;
import static kz.legality.device.ListStatus.GREY;
import static kz.legality.device.ListStatus.UNKNOWN;
import static kz.legality.device.ListStatus.WHITE;
import static kz.legality.device.Standing.Code.BINDING_CONFLICT;
import static kz.legality.device.Standing.Code.BLOCKED_BY_ORDER;
import static kz.legality.device.Standing.Code.COMMERCIAL_IMPORT;
import static kz.legality.device.Standing.Code.EXPORTED;
import static kz.legality.device.Standing.Code.GREY_TERM_EXPIRED;
import static kz.legality.device.Standing.Code.GREY_TERM_RUNNING;
import static kz.legality.device.Standing.Code.NOT_FOR_THE_HOME_MARKET;
import static kz.legality.device.Standing.Code.NO_ORIGIN;
import static kz.legality.example.Facts.cloned;
import static kz.legality.example.Facts.exported;
import static kz.legality.example.Facts.imported;
import static kz.legality.example.Facts.ordered;
import static kz.legality.example.Facts.registered;
import static kz.legality.example.Scenario.given;
import static kz.legality.example.Step.liftOf;
import static kz.legality.example.Step.sweep;
import static kz.legality.example.Step.withdrawal;
import static kz.legality.example.Step.withdrawalOf;

import kz.legality.device.DeviceEvent.BindingConflictDetected;
import kz.legality.device.DeviceEvent.DeviceBlocked;
import kz.legality.device.DeviceEvent.DeviceExported;
import kz.legality.device.DeviceEvent.DeviceImported;
import kz.legality.device.DeviceEvent.DeviceRegistered;
import kz.legality.device.DeviceEvent.DeviceUnblocked;
import kz.legality.device.DeviceEvent.FactWithdrawn;
import kz.legality.device.DeviceEvent.GreyTermStarted;
import kz.legality.example.Persons;
import org.junit.jupiter.api.Test;

/** The time an owner is given to prove legality: when it starts, when it ends, and what stops it. */
class GreyTermTest {
    @Test
    void registered_without_origin_the_owner_has_thirty_days() {
        given().when(registered().on("2025-05-10"))
                .then(DeviceRegistered.class, GreyTermStarted.class)
                .stands(GREY, GREY_TERM_RUNNING, NO_ORIGIN)
                .withDeadline("2025-06-09");
    }

    @Test
    void registered_with_an_origin_no_term_runs() {
        given(imported()).when(registered()).then(DeviceRegistered.class).stands(WHITE, COMMERCIAL_IMPORT);
    }

    @Test
    void the_owner_is_told_every_reason_against_him() {
        given(imported().procedure("53"), registered()).stands(GREY, GREY_TERM_RUNNING, NOT_FOR_THE_HOME_MARKET);
    }

    @Test
    void an_import_within_the_term_makes_it_white() {
        given(registered()).when(imported()).then(DeviceImported.class).stands(WHITE, COMMERCIAL_IMPORT);
    }

    @Test
    void a_term_once_promised_is_not_promised_again() {
        given(registered().on("2025-05-10"))
                .when(registered().on("2025-05-20").to(Persons.BOLAT))
                .then(DeviceRegistered.class, BindingConflictDetected.class)
                .stands(GREY, GREY_TERM_RUNNING, NO_ORIGIN, BINDING_CONFLICT)
                .withDeadline("2025-06-09");
    }

    @Test
    void a_sweep_before_the_deadline_does_nothing() {
        given(registered().on("2025-05-10")).when(sweep("2025-06-08")).thenNothing();
    }

    @Test
    void a_sweep_at_the_deadline_blocks() {
        given(registered().on("2025-05-10"))
                .when(sweep("2025-06-09"))
                .then(DeviceBlocked.class)
                .stands(BLACK, GREY_TERM_EXPIRED)
                .withDeadline(null);
    }

    @Test
    void a_sweep_long_after_blocks_from_the_deadline() {
        given(registered().on("2025-05-10"), sweep("2025-09-01"))
                .stoodOn("2025-06-08", GREY, GREY_TERM_RUNNING, NO_ORIGIN)
                .stoodOn("2025-06-09", BLACK, GREY_TERM_EXPIRED);
    }

    @Test
    void a_second_sweep_does_nothing() {
        given(registered(), sweep("2025-09-01")).when(sweep("2025-09-02")).thenNothing();
    }

    @Test
    void a_sweep_leaves_the_lawful_the_unregistered_and_the_unknown_alone() {
        given(imported(), registered()).when(sweep("2030-01-01")).thenNothing();
        given(imported(), exported()).when(sweep("2030-01-01")).thenNothing();
        given().when(sweep("2030-01-01")).thenNothing();
    }

    @Test
    void an_import_after_the_expiry_lifts_the_block() {
        given(registered().on("2025-05-10"), sweep("2025-06-10"))
                .when(imported().on("2025-06-20"))
                .then(DeviceImported.class, DeviceUnblocked.class)
                .stands(WHITE, COMMERCIAL_IMPORT)
                .stoodOn("2025-06-15", BLACK, GREY_TERM_EXPIRED);
    }

    @Test
    void an_import_older_than_the_expiry_takes_the_ground_from_all_of_it() {
        given(registered().on("2025-05-10"), sweep("2025-06-10"), imported().on("2025-05-02"))
                .stoodOn("2025-06-15", WHITE, COMMERCIAL_IMPORT);
    }

    @Test
    void but_an_authoritys_block_stays() {
        given(registered().on("2025-05-10"), ordered("№ 7"), sweep("2025-06-10"))
                .when(imported().on("2025-06-20"))
                .then(DeviceImported.class)
                .stands(BLACK, BLOCKED_BY_ORDER);
    }

    @Test
    void of_an_expiry_block_and_an_authoritys_only_the_expiry_is_lifted() {
        given(registered().on("2025-05-10"), sweep("2025-06-10"), ordered("№ 7"))
                .when(imported().on("2025-06-20"))
                .then(DeviceImported.class, DeviceUnblocked.class)
                .stands(BLACK, BLOCKED_BY_ORDER);
    }

    @Test
    void an_export_of_a_registered_device_starts_a_term() {
        given(imported(), registered())
                .when(exported().on("2025-06-01"))
                .then(DeviceExported.class, GreyTermStarted.class)
                .stands(GREY, GREY_TERM_RUNNING, EXPORTED)
                .withDeadline("2025-07-01");
    }

    @Test
    void lawful_in_between_the_owner_gets_a_new_term() {
        given(registered().on("2025-05-10"), imported().on("2025-05-20"))
                .when(exported().on("2025-09-01"))
                .then(DeviceExported.class, GreyTermStarted.class)
                .withDeadline("2025-10-01");
    }

    @Test
    void lawful_in_between_because_an_export_was_withdrawn_the_owner_gets_a_new_term() {
        given(imported(), registered(), exported().on("2025-06-01"), withdrawalOf(DeviceExported.class, "2025-06-05"))
                .stands(WHITE, COMMERCIAL_IMPORT)
                .when(exported().declaration("50501/010925/0000009").on("2025-09-01"))
                .then(DeviceExported.class, GreyTermStarted.class)
                .withDeadline("2025-10-01");
    }

    @Test
    void an_import_withdrawn_leaves_the_owner_thirty_days_from_then() {
        given(registered().on("2025-05-10"), imported())
                .when(withdrawalOf(DeviceImported.class, "2025-09-01"))
                .then(FactWithdrawn.class, GreyTermStarted.class)
                .stands(GREY, GREY_TERM_RUNNING, NO_ORIGIN)
                .withDeadline("2025-10-01");
    }

    @Test
    void proof_that_is_withdrawn_after_it_lifted_the_expiry_starts_a_new_term_too() {
        given(registered().on("2025-05-10"), sweep("2025-06-10"), imported().on("2025-06-20"))
                .when(withdrawalOf(DeviceImported.class, "2025-09-01"))
                .then(FactWithdrawn.class, GreyTermStarted.class)
                .stands(GREY, GREY_TERM_RUNNING, NO_ORIGIN)
                .when(sweep("2025-09-30"))
                .thenNothing()
                .when(sweep("2025-10-01"))
                .then(DeviceBlocked.class)
                .stands(BLACK, GREY_TERM_EXPIRED);
    }

    @Test
    void a_term_never_begins_before_the_device_was_registered() {
        given(imported().on("2025-05-02"), registered().on("2025-08-01"))
                .when(exported().on("2025-06-01"))
                .then(DeviceExported.class, GreyTermStarted.class)
                .withDeadline("2025-08-31");
    }

    @Test
    void a_registration_withdrawn_ends_the_term() {
        given(registered())
                .when(withdrawalOf(DeviceRegistered.class, "2025-05-12"))
                .then(FactWithdrawn.class)
                .stands(UNKNOWN, NO_ORIGIN)
                .when(sweep("2025-09-01"))
                .thenNothing();
    }

    @Test
    void who_registers_after_anothers_error_has_his_own_thirty_days() {
        given(registered().on("2025-05-10"), withdrawalOf(DeviceRegistered.class, "2025-05-12"))
                .when(registered().on("2025-08-01").to(Persons.BOLAT))
                .then(DeviceRegistered.class, GreyTermStarted.class)
                .withDeadline("2025-08-31");
    }

    @Test
    void who_registered_before_anothers_error_was_withdrawn_has_his_own_thirty_days() {
        given(registered().on("2025-05-10"), registered().on("2025-06-05").to(Persons.BOLAT))
                .when(withdrawal(0, "2025-06-08"))
                .then(FactWithdrawn.class, GreyTermStarted.class)
                .withDeadline("2025-07-08");
    }

    @Test
    void a_block_that_ended_a_term_promised_to_nobody_is_lifted() {
        given(registered().on("2025-05-10"), sweep("2025-06-10"))
                .when(withdrawal(0, "2025-06-20"))
                .then(FactWithdrawn.class, DeviceUnblocked.class)
                .stands(UNKNOWN, NO_ORIGIN)
                .stoodOn("2025-06-15", BLACK, GREY_TERM_EXPIRED);
    }

    @Test
    void an_order_hides_the_term_and_its_lifting_shows_it_again() {
        given(registered().on("2025-05-10"), ordered("№ 7").on("2025-05-15"))
                .stands(BLACK, BLOCKED_BY_ORDER)
                .withDeadline(null)
                .and(liftOf("№ 7", "2025-05-20"))
                .stands(GREY, GREY_TERM_RUNNING, NO_ORIGIN)
                .withDeadline("2025-06-09");
    }

    @Test
    void a_term_that_ended_under_an_order_blocks_from_its_deadline_when_the_order_is_lifted() {
        given(registered().on("2025-05-10"), ordered("№ 7").on("2025-05-15"))
                .when(sweep("2025-07-01"))
                .thenNothing()
                .and(liftOf("№ 7", "2025-07-02"))
                .when(sweep("2025-07-03"))
                .then(DeviceBlocked.class)
                .stands(BLACK, GREY_TERM_EXPIRED)
                .stoodOn("2025-06-30", BLACK, BLOCKED_BY_ORDER, GREY_TERM_EXPIRED);
    }

    @Test
    void a_clone_without_origin_is_blocked_when_its_term_ends() {
        given(registered().on("2025-05-10"), cloned()).when(sweep("2025-07-01")).then(DeviceBlocked.class);
    }

    @Test
    void a_lawful_clone_is_not() {
        given(imported(), registered(), cloned()).when(sweep("2030-01-01")).thenNothing();
    }
}
