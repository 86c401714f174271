package kz.legality.rule;

import java.util.List;
import java.util.stream.IntStream;
import kz.legality.finding.FactRef;
import kz.legality.finding.Finding;
import kz.legality.finding.Severity;
import kz.legality.rule.ItemRule.GhostOfItem;
import org.jspecify.annotations.Nullable;

/**
 * An export item of so many phones, so many of which are back in use, and what R1c must make of it.
 *
 * @param severity null where there must be no finding
 */
record ItemCase(
        String title, int exported, int ghosts, @Nullable Severity severity) {
    static final List<ItemCase> ALL = List.of(
            new ItemCase("a tenth of a hundred phones is back in use", 100, 10, Severity.CRITICAL),
            new ItemCase("ten of ten thousand: no traveller brings so many back", 10_000, 10, Severity.CRITICAL),
            new ItemCase("two of ten", 10, 2, Severity.CRITICAL),
            new ItemCase("two of a hundred come back in travellers' pockets", 100, 2, null),
            new ItemCase("nine of ten thousand", 10_000, 9, null),
            new ItemCase("the only phone of its item is no batch", 1, 1, null),
            new ItemCase("none", 100, 0, null));

    List<Finding> judged() {
        List<GhostOfItem> back = IntStream.range(0, ghosts)
                .mapToObj(i -> "%014d".formatted(35328706000000L + i))
                .map(imei -> new GhostOfItem(
                        new FactRef(imei, 1), imei, DossierDraft.known().today()))
                .toList();
        return RuleBook.of(DossierDraft.TERMS).judge(new ItemFigures(DossierDraft.ITEM, exported, ghosts, 0), back);
    }

    String outcome() {
        return severity == null ? "nothing" : severity.name();
    }

    @Override
    public String toString() {
        return "R1c: " + title + " -> " + outcome();
    }
}
