package kz.legality.query.finding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kz.legality.claim.ExportItem;
import kz.legality.finding.Severity;
import kz.legality.query.finding.Docs.ClaimDoc;
import kz.legality.query.finding.Docs.ExportedRow;
import kz.legality.query.finding.Docs.ItemDoc;
import kz.legality.query.finding.Docs.RowFinding;
import kz.legality.query.projection.SortKeys;
import kz.legality.query.store.IndexEntry;
import kz.legality.query.store.Selection;
import org.jspecify.annotations.Nullable;

/** What stands on a claim: recomputed whole from the phones of its items. */
public final class Claims {
    private Claims() {}

    static void put(Book book, ClaimDoc claim) {
        if (claim.claimant() == null) {
            // Known only as replaced by another; it has not come itself.
            book.put(Docs.CLAIMS, claim.claim(), ClaimDoc.JSON, claim);
        } else {
            book.put(
                    Docs.CLAIMS,
                    claim.claim(),
                    ClaimDoc.JSON,
                    claim,
                    new IndexEntry(Docs.BY_RISK, SortKeys.of(claim.vatAtRisk())),
                    new IndexEntry(Docs.BY_COMPANY, claim.claimant()));
        }
    }

    /** Each phone has an equal share of its item's VAT in whole tiyn; the rest goes to the first ones, one each. */
    public static long share(long vat, int phones, int index) {
        return vat / phones + (index < vat % phones ? 1 : 0);
    }

    public static boolean atRisk(List<RowFinding> findings) {
        return findings.stream().anyMatch(Claims::puts);
    }

    private static boolean puts(RowFinding it) {
        return it.refund() && it.state().counts() && it.severity().putsARefundInQuestion();
    }

    static void recompute(Book book, ClaimDoc claim) {
        boolean stands = claim.replacedBy() == null;
        long claimed = 0;
        long risk = 0;
        int devices = 0;
        @Nullable Severity worst = null;
        Map<String, Integer> by = new TreeMap<>();
        Set<String> counted = new HashSet<>();
        for (Map.Entry<String, Long> entry : claim.items().entrySet()) {
            claimed += entry.getValue();
            List<ExportedRow> rows = rows(book, entry.getKey());
            ExportItem item = ExportItem.of(entry.getKey());
            ItemDoc itemDoc = book.get(Docs.ITEMS, entry.getKey(), ItemDoc.JSON).orElseGet(() -> ItemDoc.unseen(item));
            boolean tells = claim.claim().equals(itemDoc.newestClaim());
            devices += rows.size();
            for (int i = 0; i < rows.size(); i++) {
                ExportedRow row = rows.get(i);
                long share = share(entry.getValue(), rows.size(), i);
                if (atRisk(row.findings())) {
                    risk += share;
                }
                if (tells) {
                    row.findings()
                            .forEach(it -> FindingDoc.putAtRisk(book, it.id(), item, stands && puts(it) ? share : 0));
                }
                Set<String> rules = new HashSet<>();
                for (RowFinding finding : row.findings()) {
                    if (finding.state().counts()) {
                        worst = worse(worst, finding.severity());
                        if (rules.add(finding.rule()) && counted.add(row.imei() + finding.rule())) {
                            by.merge(finding.rule(), 1, Integer::sum);
                        }
                    }
                }
            }
            for (RowFinding finding : itemDoc.findings()) {
                if (finding.state().counts()) {
                    worst = worse(worst, finding.severity());
                    by.merge(finding.rule(), 1, Integer::sum);
                }
            }
        }
        put(
                book,
                new ClaimDoc(
                        claim.claim(),
                        claim.claimant(),
                        claim.period(),
                        claim.filedAt(),
                        claim.replacedBy(),
                        claim.items(),
                        claimed,
                        stands ? risk : 0,
                        devices,
                        worst,
                        new HashMap<>(by)));
    }

    private static Severity worse(@Nullable Severity a, Severity b) {
        return a == null || b.compareTo(a) > 0 ? b : a;
    }

    static List<ExportedRow> rows(Book book, String item) {
        List<ExportedRow> rows = new ArrayList<>();
        book.store()
                .scan(
                        Selection.all(Docs.EXPORTED).startingWith(item + "/"),
                        document -> rows.add(ExportedRow.JSON.read(document)));
        return rows;
    }
}
