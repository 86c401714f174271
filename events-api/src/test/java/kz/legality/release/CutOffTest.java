package kz.legality.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kz.legality.policy.NetworkTerms;
import org.junit.jupiter.api.Test;

/** By Kazakhstan's terms: more than 1,000 subscribers of one operator, and more than five of a thousand. */
class CutOffTest {
    private static final NetworkTerms TERMS = NetworkTerms.kazakhstan();

    @Test
    void a_large_share_of_few_needs_one_person_and_a_small_share_of_many_too() {
        assertThat(needTwo(new CutOff("kcell", 1_000, 1_000))).isFalse();
        assertThat(needTwo(new CutOff("kcell", 1_001, 1_001 * 200))).isFalse();
    }

    @Test
    void a_large_share_of_many_needs_two_whichever_operator_it_is_of() {
        assertThat(needTwo(new CutOff("kcell", 1_001, 200_199))).isTrue();
        assertThat(needTwo(new CutOff("beeline", 0, 5_000_000), new CutOff("kcell", 50_000, 5_000_000)))
                .isTrue();
    }

    @Test
    void the_share_is_of_a_thousand_and_of_nobody_nothing() {
        assertThat(new CutOff("kcell", 6, 1_000).perMille()).isEqualTo(6);
        assertThat(new CutOff("kcell", 6, 0).perMille()).isZero();
    }

    private static boolean needTwo(CutOff... cutOffs) {
        return CutOff.needTwoPersons(List.of(cutOffs), TERMS);
    }
}
