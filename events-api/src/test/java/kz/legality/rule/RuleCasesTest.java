package kz.legality.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.legality.device.DeviceEvent.PatternObserved.Kind;
import kz.legality.example.Devices;
import kz.legality.example.Facts;
import kz.legality.example.LifeFacts;
import kz.legality.finding.FactRef;
import kz.legality.finding.Finding;
import kz.legality.finding.Severity;
import kz.legality.policy.Policy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every rule on its ground and on each honest explanation of DOMAIN.md 3; and that each word about a device counts for
 * what a finding says it rests on, and for nothing else.
 */
class RuleCasesTest {
    static Stream<RuleCase> cases() {
        return RuleCases.all().stream();
    }

    static Stream<RuleCase> raising() {
        return cases().filter(it -> it.severity() != null);
    }

    static Stream<RuleCase> hanging() {
        return cases().filter(it -> it.unless() != null);
    }

    static Stream<ItemCase> itemCases() {
        return ItemCase.ALL.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void it_finds(RuleCase it) {
        assertThat(it.judged())
                .extracting(Finding::severity)
                .isEqualTo(it.expected().stream().toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("raising")
    void the_finding_says_which_honest_explanations_were_looked_at_and_which_applies(RuleCase it) {
        Finding finding = it.judged().getFirst();

        assertThat(RuleCase.applying(finding))
                .isEqualTo(it.explanation() == null ? List.of() : List.of(it.explanation()));
        assertThat(finding.considered()).isNotEmpty();
        assertThat(finding.facts()).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hanging")
    void without_the_last_word_it_finds_what_that_had_explained(RuleCase it) {
        List<Finding> without = it.judged(it.draft().without(it.draft().lastWord()));

        assertThat(without).extracting(Finding::severity).containsExactly(it.unless());
        assertThat(without)
                .allSatisfy(finding ->
                        assertThat(RuleCase.applying(finding)).doesNotContain(String.valueOf(it.explanation())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("raising")
    void a_word_it_rests_on_cannot_be_taken_away_unnoticed(RuleCase it) {
        Finding finding = it.judged().getFirst();
        for (FactRef word : it.draft().words()) {
            if (finding.facts().contains(word)) {
                assertThat(it.judged(it.draft().without(word)))
                        .as("without %s", word)
                        .noneMatch(other -> other.basis().equals(finding.basis()));
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("raising")
    void any_other_word_can_be_taken_away_and_it_stays_what_it_was(RuleCase it) {
        Finding finding = it.judged().getFirst();
        for (FactRef word : it.draft().words()) {
            boolean explains = it.unless() != null && word.equals(it.draft().lastWord());
            if (!finding.facts().contains(word) && !explains) {
                assertThat(it.judged(it.draft().without(word)))
                        .as("without %s", word)
                        .contains(finding);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("itemCases")
    void a_batch(ItemCase it) {
        assertThat(it.judged().stream().map(Finding::severity).toList())
                .isEqualTo(it.severity() == null ? List.of() : List.of(it.severity()));
    }

    @Test
    void the_lower_bound_of_a_share_is_wilsons() {
        assertThat(BatchOfGhosts.wilsonLowerBound(10, 100)).isCloseTo(0.0552, within(0.0001));
        assertThat(BatchOfGhosts.wilsonLowerBound(0, 100)).isCloseTo(0, within(1e-9));
        assertThat(BatchOfGhosts.wilsonLowerBound(0, 0)).isZero();
        assertThat(BatchOfGhosts.wilsonLowerBound(2, 100)).isCloseTo(0.0055, within(0.0001));
    }

    @Test
    void a_test_number_is_listed_nowhere_and_that_is_no_second_finding() {
        CaseFile file = CaseFile.of(
                Devices.TEST_PHONE,
                List.of(LifeFacts.pattern(Kind.TAC_NOT_FOUND, "2025-06-01", "2025-06-30")
                        .of(Devices.TEST_PHONE)
                        .fact()));
        Dossier dossier = new Dossier(
                file,
                List.of(),
                Surroundings.none(Facts.on("2026-09-30")),
                DossierDraft.TERMS,
                Policy.kazakhstan().zone());

        assertThat(RuleBook.of(DossierDraft.TERMS).judge(dossier)).isEmpty();
    }

    @Test
    void every_rule_has_a_case_that_raises_it_and_one_that_does_not() {
        Set<String> rules = RuleBook.of(DossierDraft.TERMS).rules().stream()
                .map(it -> it.about().id())
                .collect(Collectors.toSet());
        assertThat(raising().map(RuleCase::rule)).containsAll(rules);
        // What a detector of networks measured is a finding wherever it is a fact.
        assertThat(cases().filter(it -> it.severity() == null).map(RuleCase::rule))
                .containsAll(rules.stream().filter(it -> !it.equals("R6b")).toList());
    }

    @Test
    void a_finding_below_medium_puts_no_refund_in_question() {
        assertThat(Stream.of(Severity.values()).filter(Severity::putsARefundInQuestion))
                .containsExactly(Severity.MEDIUM, Severity.HIGH, Severity.CRITICAL);
    }

    @Test
    void a_slip_of_the_pen_between_two_exports_hides_neither() {
        assertThat(new DoubleExport().judge(RefundCases.twiceAroundASlip().dossier()))
                .extracting(Finding::severity)
                .containsExactlyInAnyOrder(Severity.WARN, Severity.CRITICAL);
    }
}
