package kz.legality.query.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.legality.claim.ExportItem;
import kz.legality.finding.FactRef;
import kz.legality.query.finding.Docs.ExportedRow;
import kz.legality.query.finding.Docs.ImportRow;
import kz.legality.query.finding.Docs.ItemDoc;
import kz.legality.query.finding.Docs.Linked;
import kz.legality.query.store.IndexEntry;
import kz.legality.query.store.Selection;
import kz.legality.rule.ItemFigures;
import kz.legality.rule.ItemRule.GhostOfItem;
import kz.legality.rule.Overlap;
import kz.legality.rule.RuleTerms;

/** Counts over the phones of an export item. */
final class Items {
    private static final int PHONES_ASKED_MAX = 50;
    private static final int IMPORTS_ASKED_MAX = 4;

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
                && a.shipments().equals(b.shipments())
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
            Linked.put(book, Docs.RETURNS, imported, item.item());
        });
        ItemDoc counted = new ItemDoc(
                item.item(),
                rows.isEmpty() ? item.exporter() : rows.getFirst().exporter(),
                item.claims(),
                rows.size(),
                (int) rows.stream().filter(ExportedRow::ghost).count(),
                (int) rows.stream().filter(ExportedRow::noOrigin).count(),
                overlaps,
                shipments(book, rows),
                item.findings());
        counted.shipments().forEach(imported -> Linked.put(book, Docs.SHIPMENTS, imported, item.item()));
        return counted;
    }

    /** The import items that the first of its phones had come in; none where every phone of it has an origin and left. */
    private static List<String> shipments(Book book, List<ExportedRow> rows) {
        if (rows.stream().noneMatch(ExportedRow::mayBeWrittenWrongly)) {
            return List.of();
        }
        Set<String> shipments = new TreeSet<>();
        rows.stream()
                .limit(PHONES_ASKED_MAX)
                .forEach(row -> book.store()
                        .page(Selection.all(Docs.IMPORTS).startingWith(row.key() + "/"), null, IMPORTS_ASKED_MAX)
                        .documents()
                        .forEach(it -> shipments.add(ImportRow.JSON.read(it).item())));
        // A traveller's declaration is no shipment.
        shipments.remove("");
        return List.copyOf(shipments);
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
