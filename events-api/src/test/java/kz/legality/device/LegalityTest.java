package kz.legality.device;

import static kz.legality.device.ListStatus.GREY;
import static kz.legality.device.ListStatus.UNKNOWN;
import static kz.legality.device.ListStatus.WHITE;
import static kz.legality.device.Standing.Code.CLONE_DETECTED;
import static kz.legality.device.Standing.Code.COMMERCIAL_IMPORT;
import static kz.legality.device.Standing.Code.EXPORTED;
import static kz.legality.device.Standing.Code.GRANDFATHERED;
import static kz.legality.device.Standing.Code.GREY_TERM_RUNNING;
import static kz.legality.device.Standing.Code.NOT_FOR_THE_HOME_MARKET;
import static kz.legality.device.Standing.Code.NOT_RELEASED;
import static kz.legality.device.Standing.Code.NO_ORIGIN;
import static kz.legality.device.Standing.Code.NO_RECORD;
import static kz.legality.device.Standing.Code.PERSONAL_DECLARATION;
import static kz.legality.device.Standing.Code.TEST_IMEI;
import static kz.legality.example.Facts.cloned;
import static kz.legality.example.Facts.declared;
import static kz.legality.example.Facts.exported;
import static kz.legality.example.Facts.imported;
import static kz.legality.example.Facts.noonOf;
import static kz.legality.example.Facts.registered;
import static kz.legality.example.Scenario.given;
import static kz.legality.example.Step.withdrawal;
import static kz.legality.example.Step.withdrawalOf;

import kz.legality.device.DeviceEvent.CloneDetected;
import kz.legality.device.DeviceEvent.DeviceExported;
import kz.legality.device.DeviceEvent.DeviceImported;
import kz.legality.device.DeviceEvent.DeviceRegistered;
import kz.legality.device.DeviceEvent.FactWithdrawn;
import kz.legality.device.DeviceEvent.Grandfathered;
import kz.legality.device.DeviceEvent.GreyTermStarted;
import kz.legality.example.Devices;
import kz.legality.example.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** By which ways of the law a device comes to be lawful, and how it ceases to be. */
class LegalityTest {
    @Test
    void a_device_nobody_spoke_of_stands_on_no_list() {
        given().stands(UNKNOWN, NO_RECORD).withDeadline(null);
    }

    @Test
    void an_import_released_for_the_home_market_makes_it_white() {
        given().when(imported())
                .then(DeviceImported.class)
                .stands(WHITE, COMMERCIAL_IMPORT)
                .withDeadline(null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"40", "60", "78", "96"})
    void these_procedures_release_goods_for_good(String procedure) {
        given(imported().procedure(procedure)).stands(WHITE, COMMERCIAL_IMPORT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"53", "80", "31", "23", "21", "51", "70", "77", "10", "00"})
    void these_procedures_do_not(String procedure) {
        given(imported().procedure(procedure)).stands(UNKNOWN, NOT_FOR_THE_HOME_MARKET);
    }

    @Test
    void goods_that_wait_for_their_release_are_not_lawful_yet() {
        given(imported().notReleased()).stands(UNKNOWN, NOT_RELEASED);
    }

    @Test
    void a_release_told_in_a_later_file_corrects_the_declaration_and_makes_it_white() {
        given(imported().notReleased().on("2025-05-01"))
                .when(imported().on("2025-05-04"))
                .then(DeviceImported.class)
                .stands(WHITE, COMMERCIAL_IMPORT);
    }

    @Test
    void a_person_who_declared_it_makes_it_lawful() {
        given(declared()).stands(WHITE, PERSONAL_DECLARATION);
    }

    @Test
    void an_export_ends_legality() {
        given(imported(), exported()).stands(UNKNOWN, EXPORTED);
    }

    @Test
    void an_export_that_the_border_has_not_seen_ends_it_only_since_2026() {
        given(imported(), exported().on("2025-12-31").notExited()).stands(WHITE, COMMERCIAL_IMPORT);
        given(imported(), exported().on("2026-01-01").notExited()).stands(UNKNOWN, EXPORTED);
    }

    @Test
    void a_temporary_export_does_not() {
        given(imported(), exported().procedure("23")).stands(WHITE, COMMERCIAL_IMPORT);
    }

    @Test
    void a_re_export_does() {
        given(imported(), exported().procedure("31")).stands(UNKNOWN, EXPORTED);
    }

    @Test
    void a_re_import_after_the_export_makes_it_lawful_again() {
        given(
                        imported(),
                        exported(),
                        imported()
                                .procedure("60")
                                .declaration("50501/010725/0000001")
                                .on("2025-07-02"))
                .stands(WHITE, COMMERCIAL_IMPORT);
    }

    @Test
    void an_export_after_the_re_import_ends_it_once_more() {
        given(
                        imported(),
                        exported(),
                        imported()
                                .procedure("60")
                                .declaration("50501/010725/0000001")
                                .on("2025-07-02"),
                        exported().declaration("50501/010825/0000002").on("2025-08-02"))
                .stands(UNKNOWN, EXPORTED);
    }

    @Test
    void an_export_older_than_the_import_takes_nothing_away_however_late_it_is_told() {
        given(imported(), exported().on("2025-04-01")).stands(WHITE, COMMERCIAL_IMPORT);
    }

    @Test
    void goods_that_arrive_and_leave_at_one_moment_have_left() {
        given(imported().on("2025-06-01"), exported().on("2025-06-01")).stands(UNKNOWN, EXPORTED);
    }

    @Test
    void a_test_imei_is_never_lawful() {
        Scenario.of(Devices.TEST_PHONE)
                .and(imported(Devices.TEST_PHONE), declared(Devices.TEST_PHONE))
                .stands(UNKNOWN, TEST_IMEI);
    }

    @Test
    void a_test_imei_in_use_before_the_rules_is_not_lawful_either() {
        Scenario.of(Devices.TEST_PHONE)
                .when(registered(Devices.TEST_PHONE).on("2024-10-01"))
                .then(DeviceRegistered.class, GreyTermStarted.class)
                .stands(GREY, GREY_TERM_RUNNING, TEST_IMEI);
    }

    @Test
    void a_clone_is_not_plainly_white() {
        given(imported())
                .when(cloned())
                .then(CloneDetected.class)
                .stands(GREY, CLONE_DETECTED)
                .withDeadline(null);
    }

    @Test
    void a_clone_without_origin_keeps_the_deadline_of_its_owner() {
        given(registered().on("2025-05-10"), cloned())
                .stands(GREY, CLONE_DETECTED)
                .withDeadline("2025-06-09");
    }

    @Test
    void a_clone_that_was_an_error_is_white_again() {
        given(imported(), cloned(), withdrawalOf(CloneDetected.class, "2025-07-10"))
                .stands(WHITE, COMMERCIAL_IMPORT);
    }

    @Test
    void in_use_before_the_rules_it_is_lawful_until_its_end_of_life() {
        given().when(registered().on("2025-03-24"))
                .then(DeviceRegistered.class, Grandfathered.class)
                .stands(WHITE, GRANDFATHERED)
                .withDeadline(null);
    }

    @Test
    void in_use_from_the_day_of_the_rules_it_is_not() {
        given().when(registered().at(noonOf("2025-03-25").withHour(0)))
                .then(DeviceRegistered.class, GreyTermStarted.class);
    }

    @Test
    void the_day_of_the_rules_begins_at_midnight_in_almaty() {
        given().when(registered().at(java.time.OffsetDateTime.parse("2025-03-24T18:59:59Z")))
                .then(DeviceRegistered.class, Grandfathered.class);
    }

    @Test
    void it_is_grandfathered_once() {
        given(registered().on("2024-10-01"))
                .when(registered().on("2024-11-01").operator("beeline"))
                .then(DeviceRegistered.class);
    }

    @Test
    void grandfathered_and_then_exported_it_is_lawful_no_more() {
        given(registered().on("2024-10-01"))
                .when(exported())
                .then(DeviceExported.class, GreyTermStarted.class)
                .stands(GREY, GREY_TERM_RUNNING, EXPORTED);
    }

    @Test
    void used_again_before_the_rules_after_an_export_it_is_lawful_in_whatever_order_that_is_told() {
        given(registered().on("2024-10-01"), exported().on("2024-11-01"))
                .when(registered().on("2024-12-01").operator("beeline"))
                .then(DeviceRegistered.class, Grandfathered.class)
                .stands(WHITE, GRANDFATHERED);
        given(registered().on("2024-10-01"), registered().on("2024-12-01").operator("beeline"))
                .when(exported().on("2024-11-01"))
                .then(DeviceExported.class, Grandfathered.class)
                .stands(WHITE, GRANDFATHERED);
    }

    @Test
    void without_the_registration_that_proves_it_nothing_is_grandfathered() {
        given(registered().on("2024-10-01"))
                .when(withdrawalOf(DeviceRegistered.class, "2025-05-01"))
                .then(FactWithdrawn.class)
                .stands(UNKNOWN, NO_ORIGIN);
    }

    @Test
    void another_early_registration_proves_it_as_well() {
        given(registered().on("2024-10-01"), registered().on("2024-11-01").operator("beeline"))
                .when(withdrawal(0, "2025-05-01"))
                .then(FactWithdrawn.class, Grandfathered.class)
                .stands(WHITE, GRANDFATHERED);
    }

    @Test
    void a_later_registration_that_remains_gets_a_term_when_the_early_one_was_an_error() {
        given(registered().on("2024-10-01"), registered().on("2025-06-01").operator("beeline"))
                .when(withdrawal(0, "2025-07-01"))
                .then(FactWithdrawn.class, GreyTermStarted.class)
                .stands(GREY, GREY_TERM_RUNNING, NO_ORIGIN)
                .withDeadline("2025-07-31");
    }
}
