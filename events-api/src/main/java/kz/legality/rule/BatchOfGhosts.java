package kz.legality.rule;

import java.util.List;
import kz.legality.finding.Finding;
import kz.legality.finding.Severity;

/** R1c: more phones of one export item are in use at home than chance explains. */
record BatchOfGhosts(RuleTerms terms) implements ItemRule {
    private static final int PHONES_NAMED_MAX = 100;
    /** Of the normal distribution, two-sided 95 %. */
    private static final double Z_95 = 1.959963984540054;

    @Override
    public About about() {
        return new About(
                "R1c",
                1,
                "Batch of ghost exports",
                "Of the phones of one export item the share back in use at home has a Wilson 95 % lower bound above the"
                        + " limit, or their number reaches the count. CRITICAL for the exporter.",
                false,
                List.of("findings.batchWilsonLower", "findings.batchCount", "findings.batchLeast"),
                List.of("Wilson, 1927: score interval of a binomial share"),
                List.of("TRAVELLERS: some phones return in pockets; the lower bound leaves room for them"));
    }

    @Override
    public List<Finding> judge(ItemFigures figures, List<GhostOfItem> ghosts) {
        double bound = wilsonLowerBound(figures.ghosts(), figures.exported());
        boolean many = figures.ghosts() >= terms.batchCountMin();
        if (!many && (bound <= terms.batchShareMin() || figures.ghosts() < terms.batchLeast())) {
            return List.of();
        }
        Drafting draft = new Drafting(about(), figures.item().text())
                .exports(List.of(figures.item()))
                .measure("exported", figures.exported())
                .measure("inUseAtHome", figures.ghosts())
                .measure("lowerBoundPerMille", Math.round(bound * 1_000))
                .considered("TRAVELLERS", false, "More than phones returning with travellers explain.");
        ghosts.stream().limit(PHONES_NAMED_MAX).forEach(ghost -> draft.rests(ghost.export(), ghost.imei(), ghost.at()));
        return List.of(draft.as(Severity.CRITICAL));
    }

    /** Of the share {@code hits} of {@code all}, with 95 % confidence. */
    static double wilsonLowerBound(int hits, int all) {
        if (all == 0) {
            return 0;
        }
        double share = (double) hits / all;
        double square = Z_95 * Z_95;
        double centre = share + square / (2 * all);
        double spread = Z_95 * Math.sqrt(share * (1 - share) / all + square / (4.0 * all * all));
        return Math.max(0, (centre - spread) / (1 + square / all));
    }
}
