package kz.legality.door.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.legality.door.access.ReadingPurpose.Outcome;
import kz.legality.door.access.ReadingPurpose.Stated;
import kz.legality.door.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingPurposeTest {
    private static final String ORDER = "0123456789abcdef".repeat(4);
    private static final Map<Stated, String> FULL = Map.of(
            Stated.PURPOSE,
            "refund audit",
            Stated.LEGAL_BASIS,
            "Tax Code art. 125",
            Stated.CASE,
            "2-17/2026",
            Stated.ORDER_HASH,
            ORDER);

    @Test
    void a_court_without_a_case_and_an_order_is_refused_by_the_name_of_each() {
        assertThat(faults(Role.COURT, Map.of())).containsExactly("#/case", "#/orderHash");
        assertThat(faults(Role.COURT, Map.of(Stated.CASE, "2-17/2026"))).containsExactly("#/orderHash");
        assertThat(faults(Role.COURT, Map.of(Stated.ORDER_HASH, ORDER))).containsExactly("#/case");
    }

    @Test
    void a_court_is_a_court_whatever_else_it_is() {
        Caller both = new Caller("x", Set.of(Role.COURT, Role.AUDITOR), Map.of());
        assertThat(ReadingPurpose.of(both, name -> null)).isInstanceOf(Outcome.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0123", "zz", "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdeg"})
    void an_order_is_named_by_64_hexadecimal_digits(String hash) {
        assertThat(faults(Role.COURT, Map.of(Stated.CASE, "1", Stated.ORDER_HASH, hash)))
                .containsExactly("#/orderHash");
    }

    @Test
    void the_hash_of_an_order_may_be_written_in_capitals() {
        ReadingPurpose read = accepted(Role.COURT, Map.of(Stated.CASE, "1", Stated.ORDER_HASH, "AB".repeat(32)));
        assertThat(read.orderHash()).isEqualTo("ab".repeat(32));
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"CITIZEN", "CUSTOMS", "AUDITOR", "COURT"})
    void persons_are_read_for_a_purpose_on_a_legal_basis(Role role) {
        assertThat(accepted(role, FULL).mayReadPersonal()).isTrue();
        assertThat(accepted(role, without(Stated.PURPOSE)).mayReadPersonal()).isFalse();
        assertThat(accepted(role, without(Stated.LEGAL_BASIS)).mayReadPersonal())
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"PUBLIC", "OPERATOR", "REGULATOR", "ADMIN"})
    void some_read_no_persons_whatever_they_state(Role role) {
        assertThat(accepted(role, FULL).mayReadPersonal()).isFalse();
    }

    @Test
    void a_token_bound_to_a_case_reads_in_that_case() {
        Caller bound = Caller.of("x", Role.AUDITOR, Map.of("case", "A-1"));
        assertThat(ReadingPurpose.of(bound, name -> null))
                .isInstanceOfSatisfying(
                        Outcome.Accepted.class,
                        in -> assertThat(in.purpose().caseId()).isEqualTo("A-1"));
        assertThat(ReadingPurpose.of(bound, Map.of(Stated.CASE, "A-2")::get)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void what_is_stated_will_stand_in_events_and_so_is_short_and_plain() {
        assertThat(faults(Role.AUDITOR, Map.of(Stated.PURPOSE, "x".repeat(301))))
                .containsExactly("#/purpose");
        assertThat(faults(Role.AUDITOR, Map.of(Stated.LEGAL_BASIS, "art.\n125")))
                .containsExactly("#/legalBasis");
    }

    @Test
    void blanks_state_nothing() {
        assertThat(accepted(Role.AUDITOR, Map.of(Stated.PURPOSE, "  ", Stated.LEGAL_BASIS, "art. 125"))
                        .mayReadPersonal())
                .isFalse();
    }

    private static Map<Stated, String> without(Stated name) {
        Map<Stated, String> rest = new EnumMap<>(FULL);
        rest.remove(name);
        return rest;
    }

    private static ReadingPurpose accepted(Role role, Map<Stated, String> stated) {
        return ((Outcome.Accepted) ReadingPurpose.of(Caller.of("x", role, Map.of()), stated::get)).purpose();
    }

    private static List<String> faults(Role role, Map<Stated, String> stated) {
        return ((Outcome.Refused) ReadingPurpose.of(Caller.of("x", role, Map.of()), stated::get))
                .faults().stream().map(Problem.Fault::pointer).toList();
    }
}
