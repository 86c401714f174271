package kz.legality.query.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import kz.legality.finding.FindingState;
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

    /** The claims on which most VAT is at risk first. */
    public Ranked ranked(@Nullable String cursor, int limit) {
        Page page = store.page(Selection.by(Docs.CLAIMS, Docs.BY_RISK).inDescendingOrder(), cursor, limit);
        return new Ranked(
                page.documents().stream()
                        .map(ClaimDoc.JSON::read)
                        .map(ClaimQueries::answer)
                        .toList(),
                page.next().orElse(null));
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
