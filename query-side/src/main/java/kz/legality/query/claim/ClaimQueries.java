package kz.legality.query.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import kz.legality.claim.ExportItem;
import kz.legality.finding.FindingState;
import kz.legality.finding.Severity;
import kz.legality.query.claim.ClaimDevice.DeviceFinding;
import kz.legality.query.finding.Claims;
import kz.legality.query.finding.Docs;
import kz.legality.query.finding.Docs.ClaimDoc;
import kz.legality.query.finding.Docs.ExportedRow;
import kz.legality.query.finding.Docs.ItemDoc;
import kz.legality.query.finding.Docs.RowFinding;
import kz.legality.query.store.Page;
import kz.legality.query.store.ReadStore;
import kz.legality.query.store.Selection;
import org.jspecify.annotations.Nullable;

/** Answers what stands on refund claims. */
public final class ClaimQueries {
    private static final int ITEMS_MAX = 1_000;

    private final ReadStore store;

    public ClaimQueries(ReadStore store) {
        this.store = store;
    }

    /** @param next where the next page begins; null at the end */
    public record Ranked(List<ClaimAnswer> claims, @Nullable String next) {}

    /** @param next where the next page begins; null at the end */
    public record Devices(
            List<ClaimDevice> devices, @Nullable String next) {}

    /**
     * What is asked for; null asks for any.
     *
     * @param rule one that speaks of the claim
     * @param severity the gravest of its findings weighs so much at least
     */
    public record Asked(
            @Nullable String rule,
            @Nullable Severity severity,
            @Nullable String claimant,
            @Nullable String period) {
        public static final Asked ALL = new Asked(null, null, null, null);

        boolean covers(ClaimDoc claim) {
            return (rule == null || claim.byFinding().containsKey(rule))
                    && (severity == null
                            || (claim.severity() != null && claim.severity().compareTo(severity) >= 0))
                    && (claimant == null || claimant.equals(claim.claimant()))
                    && (period == null || period.equals(claim.period()));
        }
    }

    /**
     * Claims taken together; a claim that was replaced counts as a claim, and its VAT not at all.
     *
     * @param periods of all claims, or all of the claimant asked for
     * @param rules that speak of any of these
     */
    public record Overview(
            int claims, long vatClaimed, long vatAtRisk, SortedSet<String> periods, SortedSet<String> rules) {}

    public Overview overview(Asked asked) {
        int[] claims = {0};
        long[] vat = {0, 0};
        SortedSet<String> periods = new TreeSet<>(Comparator.reverseOrder());
        SortedSet<String> rules = new TreeSet<>();
        store.scan(Selection.by(Docs.CLAIMS, Docs.BY_RISK), document -> {
            ClaimDoc claim = ClaimDoc.JSON.read(document);
            if (asked.claimant() == null || asked.claimant().equals(claim.claimant())) {
                periods.add(claim.period());
                rules.addAll(claim.byFinding().keySet());
            }
            if (asked.covers(claim)) {
                claims[0]++;
                vat[0] += claim.replacedBy() == null ? claim.vatClaimed() : 0;
                vat[1] += claim.vatAtRisk();
            }
        });
        return new Overview(claims[0], vat[0], vat[1], periods, rules);
    }

    /** Those asked for, the most VAT at risk first. */
    public Ranked ranked(Asked asked, @Nullable String cursor, int limit) {
        List<ClaimAnswer> answers = new ArrayList<>();
        String at = cursor;
        do {
            Page page =
                    store.page(Selection.by(Docs.CLAIMS, Docs.BY_RISK).inDescendingOrder(), at, limit - answers.size());
            page.documents().stream()
                    .map(ClaimDoc.JSON::read)
                    .filter(asked::covers)
                    .map(ClaimQueries::answer)
                    .forEach(answers::add);
            at = page.next().orElse(null);
        } while (at != null && answers.size() < limit);
        return new Ranked(answers, at);
    }

    /** The claims on which most VAT is at risk first. */
    public Ranked ranked(@Nullable String cursor, int limit) {
        return ranked(Asked.ALL, cursor, limit);
    }

    public void eachRanked(Consumer<ClaimAnswer> consumer) {
        store.scan(
                Selection.by(Docs.CLAIMS, Docs.BY_RISK).inDescendingOrder(),
                document -> consumer.accept(answer(ClaimDoc.JSON.read(document))));
    }

    /** All of one company, the most at risk first. */
    public List<ClaimAnswer> ofCompany(String bin) {
        List<ClaimAnswer> claims = new ArrayList<>();
        store.scan(
                Selection.by(Docs.CLAIMS, Docs.BY_COMPANY).startingAt(bin).endingBefore(bin + " "),
                document -> claims.add(answer(ClaimDoc.JSON.read(document))));
        claims.sort(Comparator.comparingLong(ClaimAnswer::vatAtRisk).reversed());
        return claims;
    }

    public Optional<ClaimAnswer> claim(String number) {
        return document(number).map(ClaimQueries::answer);
    }

    private Optional<ClaimDoc> document(String number) {
        return store.get(Docs.CLAIMS, number).map(ClaimDoc.JSON::read).filter(it -> it.claimant() != null);
    }

    /**
     * What a claim asks back for one export item.
     *
     * @param vat asked back for it, in tiyn
     * @param exporter null while the export has not come
     */
    public record ItemOfClaim(
            String declaration,
            int item,
            long vat,
            @Nullable String exporter,
            int phones,
            int inUseAtHome,
            int withoutOrigin) {}

    /** The export items a claim rests on, in the order of their declarations. */
    public List<ItemOfClaim> items(String number) {
        return document(number).stream()
                .flatMap(claim -> new TreeMap<>(claim.items()).entrySet().stream())
                .map(entry -> {
                    ExportItem item = ExportItem.of(entry.getKey());
                    Optional<ItemDoc> known =
                            store.get(Docs.ITEMS, entry.getKey()).map(ItemDoc.JSON::read);
                    return new ItemOfClaim(
                            item.declaration().value(),
                            item.item(),
                            entry.getValue(),
                            known.map(ItemDoc::exporter).orElse(null),
                            known.map(ItemDoc::exported).orElse(0),
                            known.map(ItemDoc::ghosts).orElse(0),
                            known.map(ItemDoc::withoutOrigin).orElse(0));
                })
                .toList();
    }

    /** Every phone of a claim, by export item and IMEI. */
    public List<ClaimDevice> devices(String number) {
        List<ClaimDevice> devices = new ArrayList<>();
        document(number)
                .ifPresent(claim -> new TreeMap<>(claim.items())
                        .forEach((item, vat) -> devices.addAll(devicesOf(item, claim.replacedBy() == null ? vat : 0))));
        return devices;
    }

    private List<ClaimDevice> devicesOf(String item, long vat) {
        List<ExportedRow> rows = rows(item);
        List<ClaimDevice> devices = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            ExportedRow row = rows.get(i);
            devices.add(new ClaimDevice(
                    row.imei(),
                    item,
                    verdictOn(row.findings()),
                    Claims.atRisk(row.findings()) ? Claims.share(vat, rows.size(), i) : 0,
                    row.findings().stream()
                            .map(it -> new DeviceFinding(it.id(), it.rule(), it.severity(), it.state(), it.facts()))
                            .toList()));
        }
        return devices;
    }

    List<ExportedRow> rows(String item) {
        List<ExportedRow> rows = new ArrayList<>();
        store.scan(
                Selection.all(Docs.EXPORTED).startingWith(item + "/"),
                document -> rows.add(ExportedRow.JSON.read(document)));
        return rows;
    }

    /** The export items of one company. */
    public List<ItemDoc> itemsOf(String bin) {
        return store
                .page(
                        Selection.by(Docs.ITEMS, Docs.BY_COMPANY)
                                .startingAt(bin)
                                .endingBefore(bin + " "),
                        null,
                        ITEMS_MAX)
                .documents()
                .stream()
                .map(ItemDoc.JSON::read)
                .toList();
    }

    static Verdict verdictOn(List<RowFinding> findings) {
        if (findings.stream()
                .anyMatch(it ->
                        it.state() == FindingState.CONFIRMED && it.severity().putsARefundInQuestion())) {
            return Verdict.CONFIRMED;
        }
        List<RowFinding> counting =
                findings.stream().filter(it -> it.state().counts()).toList();
        if (Claims.atRisk(counting)) {
            return Verdict.IN_QUESTION;
        }
        if (!counting.isEmpty()) {
            return Verdict.DOUBTFUL;
        }
        return findings.isEmpty() ? Verdict.NO_EVIDENCE_AGAINST : Verdict.CLEARED;
    }

    private static ClaimAnswer answer(ClaimDoc doc) {
        Map<String, Integer> byFinding = new TreeMap<>(doc.byFinding());
        return new ClaimAnswer(
                doc.claim(),
                String.valueOf(doc.claimant()),
                doc.period(),
                doc.vatClaimed(),
                doc.vatAtRisk(),
                doc.devices(),
                doc.severity(),
                byFinding,
                doc.replacedBy());
    }
}
