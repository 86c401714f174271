package kz.legality.query.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.legality.claim.ExportItem;
import kz.legality.finding.FactRef;
import kz.legality.query.finding.Docs.ExportedRow;
import kz.legality.query.finding.Docs.ItemDoc;
import kz.legality.query.finding.Docs.Returns;
import kz.legality.query.store.IndexEntry;
import kz.legality.query.store.Selection;
import kz.legality.rule.ItemFigures;
import kz.legality.rule.ItemRule.GhostOfItem;
import kz.legality.rule.Overlap;
import kz.legality.rule.RuleTerms;

/** Counts over the phones of an export item. */
final class Items {
    private Items() {}

    static void put(Book book, ItemDoc item) {
        if (item.exporter() == null) {
            book.put(Docs.ITEMS, item.item(), ItemDoc.JSON, item);
        } else {
            book.put(Docs.ITEMS, item.item(), ItemDoc.JSON, item, new IndexEntry(Docs.BY_COMPANY, item.exporter()));
        }
    }

    static ItemFigures figures(ItemDoc item) {
        return new ItemFigures(ExportItem.of(item.item()), item.exported(), item.ghosts(), item.withoutOrigin());
    }

    /** Whether it would make another finding of any phone in it. */
    static boolean judgesAlike(ItemDoc a, ItemDoc b, RuleTerms terms) {
        boolean grave = figures(a).withoutOriginShare() >= terms.noOriginShareMin();
        return grave == figures(b).withoutOriginShare() >= terms.noOriginShareMin()
                && overlapping(a, terms).equals(overlapping(b, terms));
    }

    private static List<Overlap> overlapping(ItemDoc item, RuleTerms terms) {
        return item.overlaps().stream()
                .filter(it -> it.jaccard() >= terms.overlapMin())
                .toList();
    }

    /** Counted anew from its rows. */
    static ItemDoc counted(Book book, ItemDoc item, List<ExportedRow> rows) {
        Map<String, Integer> shared = new TreeMap<>();
        rows.forEach(row -> row.later().forEach(it -> shared.merge(it, 1, Integer::sum)));
        List<Overlap> overlaps = new ArrayList<>();
        shared.forEach((imported, count) -> {
            int[] size = {0};
            book.store()
                    .scan(
                            Selection.by(Docs.IMPORTS, Docs.BY_ITEM)
                                    .startingAt(imported)
                                    .endingBefore(imported + " "),
                            row -> size[0]++);
            overlaps.add(new Overlap(ExportItem.of(item.item()), ExportItem.of(imported), rows.size(), size[0], count));
            Returns returns = book.get(Docs.RETURNS, imported, Returns.JSON).orElse(new Returns(List.of()));
            if (!returns.items().contains(item.item())) {
                List<String> longer = new ArrayList<>(returns.items());
                longer.add(item.item());
                book.put(Docs.RETURNS, imported, Returns.JSON, new Returns(longer));
            }
        });
        return new ItemDoc(
                item.item(),
                rows.isEmpty() ? item.exporter() : rows.getFirst().exporter(),
                item.claims(),
                rows.size(),
                (int) rows.stream().filter(ExportedRow::ghost).count(),
                (int) rows.stream().filter(ExportedRow::noOrigin).count(),
                overlaps,
                item.findings());
    }

    static List<GhostOfItem> ghosts(List<ExportedRow> rows) {
        return rows.stream()
                .filter(ExportedRow::ghost)
                .map(row -> new GhostOfItem(
                        new FactRef(row.imei().substring(0, 14), row.exportSequence()),
                        row.imei(),
                        row.exitedAt() == null ? row.registeredAt() : row.exitedAt()))
                .toList();
    }
}
