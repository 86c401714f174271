package kz.legality.rule;

import java.util.List;
import java.util.stream.Stream;

/** Every case, in the order in which docs/rules.md tells them. */
final class RuleCases {
    private RuleCases() {}

    static List<RuleCase> all() {
        return Stream.of(
                        RefundCases.GHOSTS,
                        RefundCases.DOUBLES,
                        RefundCases.CAROUSELS,
                        RefundCases.ORIGINS,
                        GoodsCases.ALL,
                        NetworkCases.USE,
                        NetworkCases.PERSONS)
                .flatMap(List::stream)
                .toList();
    }
}
