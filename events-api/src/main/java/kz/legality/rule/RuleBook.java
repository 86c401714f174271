package kz.legality.rule;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import kz.legality.finding.Finding;

/** Every rule in force, and what they find together. */
public record RuleBook(List<Rule> rules, List<ItemRule> itemRules) {
    public static RuleBook of(RuleTerms terms) {
        return new RuleBook(
                List.of(
                        new GhostExport(),
                        new NeverLeft(),
                        new DoubleExport(),
                        new DoubleClaim(),
                        new ClaimWithoutExit(),
                        new Carousel(),
                        new NoOrigin(),
                        new TacMismatch(),
                        new Undervalue(),
                        new Asymmetry(),
                        new SimultaneousClones(),
                        new CloneCount(),
                        new TransientImei(),
                        new StaleTac(),
                        new UnknownTac(),
                        new TestImei(),
                        new StrawMan(),
                        new BlockEvasion()),
                List.of(new BatchOfGhosts(terms)));
    }

    /** What the rules find about one device; each id once. */
    public List<Finding> judge(Dossier dossier) {
        return rules.stream().flatMap(rule -> rule.judge(dossier).stream()).toList();
    }

    public List<Finding> judge(ItemFigures figures, List<ItemRule.GhostOfItem> ghosts) {
        return itemRules.stream()
                .flatMap(rule -> rule.judge(figures, ghosts).stream())
                .toList();
    }

    /** What the rules say of themselves, in the order of their ids. */
    public List<About> about() {
        return Stream.concat(rules.stream().map(Rule::about), itemRules.stream().map(ItemRule::about))
                .sorted(Comparator.comparing(About::id))
                .toList();
    }

    /** Changes when the same facts would lead to other findings. */
    public String revision() {
        StringBuilder text = new StringBuilder();
        about().forEach(it ->
                text.append(it.id()).append(':').append(it.version()).append(' '));
        return text.toString().strip();
    }
}
