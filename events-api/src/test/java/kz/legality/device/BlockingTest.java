package kz.legality.device;

import static kz.legality.device.ListStatus.BLACK;
import static kz.legality.device.ListStatus.WHITE;
import static kz.legality.device.Standing.Code.BLOCKED_BY_ORDER;
import static kz.legality.device.Standing.Code.COMMERCIAL_IMPORT;
import static kz.legality.example.Facts.imported;
import static kz.legality.example.Facts.ordered;
import static kz.legality.example.Facts.registered;
import static kz.legality.example.Scenario.given;
import static kz.legality.example.Step.liftOf;
import static kz.legality.example.Step.sweep;
import static kz.legality.example.Step.withdrawalOf;

import kz.legality.device.Decision.Refusal;
import kz.legality.device.DeviceEvent.DeviceBlocked;
import kz.legality.device.DeviceEvent.DeviceUnblocked;
import org.junit.jupiter.api.Test;

/** Orders to block, and their lifting. */
class BlockingTest {
    @Test
    void an_order_makes_a_lawful_device_black() {
        given(imported()).when(ordered("№ 1")).then(DeviceBlocked.class).stands(BLACK, BLOCKED_BY_ORDER);
    }

    @Test
    void lifted_it_stands_where_it_stood() {
        given(imported(), ordered("№ 1"))
                .when(liftOf("№ 1", "2025-07-01"))
                .then(DeviceUnblocked.class)
                .stands(WHITE, COMMERCIAL_IMPORT)
                .stoodOn("2025-06-20", BLACK, BLOCKED_BY_ORDER);
    }

    @Test
    void of_two_orders_lifting_one_leaves_the_other() {
        given(imported(), ordered("№ 1"), ordered("№ 2"))
                .when(liftOf("№ 1", "2025-07-01"))
                .then(DeviceUnblocked.class)
                .stands(BLACK, BLOCKED_BY_ORDER)
                .and(liftOf("№ 2", "2025-07-01"))
                .stands(WHITE, COMMERCIAL_IMPORT);
    }

    @Test
    void lifting_an_order_that_was_never_given_is_refused() {
        given(imported(), ordered("№ 1"))
                .when(liftOf("№ 2", "2025-07-01"))
                .thenRefused(Refusal.NO_SUCH_BLOCK)
                .stands(BLACK, BLOCKED_BY_ORDER);
    }

    @Test
    void lifting_twice_leads_to_nothing() {
        given(imported(), ordered("№ 1"), liftOf("№ 1", "2025-07-01"))
                .when(liftOf("№ 1", "2025-07-02"))
                .thenNothing();
    }

    @Test
    void the_end_of_a_grey_term_was_not_ordered_and_is_not_lifted_by_reference() {
        given(registered(), sweep("2025-09-01"))
                .when(liftOf("№ 1", "2025-09-02"))
                .thenRefused(Refusal.NO_SUCH_BLOCK);
    }

    @Test
    void of_two_authorities_with_one_reference_each_lifts_its_own_and_repeating_it_lifts_no_more() {
        given(imported(), ordered("№ 1").by("МВД"), ordered("№ 1").by("ГРС"))
                .when(liftOf("№ 1", "ГРС", "2025-07-01"))
                .then(DeviceUnblocked.class)
                .stands(BLACK, BLOCKED_BY_ORDER)
                .when(liftOf("№ 1", "ГРС", "2025-07-01"))
                .thenNothing()
                .stands(BLACK, BLOCKED_BY_ORDER);
    }

    @Test
    void a_court_lifts_every_order_under_a_reference() {
        given(imported(), ordered("№ 1").by("МВД"), ordered("№ 1").by("ГРС"))
                .when(liftOf("№ 1", "суд", "2025-07-01"))
                .then(DeviceUnblocked.class, DeviceUnblocked.class)
                .stands(WHITE, COMMERCIAL_IMPORT);
    }

    @Test
    void authorities_and_references_that_read_alike_side_by_side_are_two_orders() {
        given(ordered("b:c").by("a"))
                .when(ordered("c").by("a:b"))
                .then(DeviceBlocked.class)
                .and(liftOf("c", "a:b", "2025-07-01"))
                .stands(BLACK, BLOCKED_BY_ORDER);
    }

    @Test
    void an_order_told_twice_leads_to_nothing_even_when_it_was_lifted() {
        given(ordered("№ 1"), liftOf("№ 1", "2025-07-01")).when(ordered("№ 1")).thenNothing();
    }

    @Test
    void correcting_the_words_of_a_lifted_order_does_not_order_it_anew() {
        given(imported(), ordered("№ 1"), liftOf("№ 1", "2025-07-01"))
                .when(ordered("№ 1").because("lost"))
                .then(DeviceBlocked.class)
                .stands(WHITE, COMMERCIAL_IMPORT)
                .stoodOn("2025-06-20", BLACK, BLOCKED_BY_ORDER);
    }

    @Test
    void correcting_the_words_of_an_order_that_stands_leaves_one_order() {
        given(imported(), ordered("№ 1"), ordered("№ 1").because("lost"))
                .when(liftOf("№ 1", "2025-07-01"))
                .then(DeviceUnblocked.class)
                .stands(WHITE, COMMERCIAL_IMPORT);
    }

    @Test
    void an_order_recorded_in_error_never_stood() {
        given(imported(), ordered("№ 1"), withdrawalOf(DeviceBlocked.class, "2025-07-01"))
                .stoodOn("2025-06-20", WHITE, COMMERCIAL_IMPORT)
                .when(liftOf("№ 1", "2025-07-02"))
                .thenRefused(Refusal.NO_SUCH_BLOCK);
    }

    @Test
    void a_device_nobody_knows_can_be_blocked() {
        given(ordered("№ 1")).stands(BLACK, BLOCKED_BY_ORDER);
    }
}
