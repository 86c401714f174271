package kz.legality.device;

import static kz.legality.device.ListStatus.BLACK;
import static kz.legality.device.ListStatus.GREY;
import static kz.legality.device.ListStatus.UNKNOWN;
import static kz.legality.device.ListStatus.WHITE;
import static kz.legality.device.Standing.Code.BLOCKED_BY_ORDER;
import static kz.legality.device.Standing.Code.CLONE_DETECTED;
import static kz.legality.device.Standing.Code.COMMERCIAL_IMPORT;
import static kz.legality.device.Standing.Code.EXPORTED;
import static kz.legality.device.Standing.Code.GREY_TERM_RUNNING;
import static kz.legality.device.Standing.Code.NO_ORIGIN;
import static kz.legality.device.Standing.Code.PERSONAL_DECLARATION;
import static kz.legality.example.Facts.cloned;
import static kz.legality.example.Facts.declared;
import static kz.legality.example.Facts.exported;
import static kz.legality.example.Facts.imported;
import static kz.legality.example.Facts.ordered;
import static kz.legality.example.Facts.registered;
import static kz.legality.example.Scenario.given;
import static kz.legality.example.Step.liftOf;

import kz.legality.example.Scenario;
import org.junit.jupiter.api.Test;

/** Where it stood at a moment, by everything known today. */
class StandingAsOfTest {
    private final Scenario life = given(
            registered().on("2025-05-10"),
            imported().on("2025-05-20"),
            ordered("№ 1").on("2025-06-10"),
            liftOf("№ 1", "2025-06-20"),
            exported().on("2025-07-01"),
            imported().procedure("60").declaration("50501/010825/0000001").on("2025-08-01"));

    @Test
    void before_its_first_fact_it_stood_nowhere() {
        life.stoodOn("2025-05-09", UNKNOWN, NO_ORIGIN);
    }

    @Test
    void between_its_facts_it_stood_where_they_left_it() {
        life.stoodOn("2025-05-10", GREY, GREY_TERM_RUNNING, NO_ORIGIN)
                .stoodOn("2025-05-19", GREY, GREY_TERM_RUNNING, NO_ORIGIN)
                .stoodOn("2025-05-20", WHITE, COMMERCIAL_IMPORT)
                .stoodOn("2025-06-10", BLACK, BLOCKED_BY_ORDER)
                .stoodOn("2025-06-19", BLACK, BLOCKED_BY_ORDER)
                .stoodOn("2025-06-20", WHITE, COMMERCIAL_IMPORT)
                .stoodOn("2025-07-01", GREY, GREY_TERM_RUNNING, EXPORTED)
                .stoodOn("2025-08-01", WHITE, COMMERCIAL_IMPORT);
    }

    @Test
    void after_its_last_fact_it_stands_as_now() {
        life.stoodOn("2030-01-01", WHITE, COMMERCIAL_IMPORT).stands(WHITE, COMMERCIAL_IMPORT);
    }

    @Test
    void a_fact_told_late_changes_what_is_known_of_the_past() {
        given(registered().on("2025-05-10"))
                .stoodOn("2025-05-15", GREY, GREY_TERM_RUNNING, NO_ORIGIN)
                .and(declared().on("2025-05-01"))
                .stoodOn("2025-05-15", WHITE, PERSONAL_DECLARATION);
    }

    @Test
    void an_export_told_late_takes_legality_from_its_own_day() {
        given(imported().on("2025-05-02"), exported().on("2025-06-01"))
                .stoodOn("2025-05-31", WHITE, COMMERCIAL_IMPORT)
                .stoodOn("2025-06-01", UNKNOWN, EXPORTED);
    }

    @Test
    void a_clone_is_grey_from_the_day_it_was_found() {
        given(imported(), cloned().on("2025-06-30"))
                .stoodOn("2025-06-29", WHITE, COMMERCIAL_IMPORT)
                .stoodOn("2025-06-30", GREY, CLONE_DETECTED);
    }
}
