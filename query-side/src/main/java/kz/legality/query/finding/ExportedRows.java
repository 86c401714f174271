package kz.legality.query.finding;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import kz.legality.claim.ExportItem;
import kz.legality.device.DeviceEvent.DeviceExported;
import kz.legality.device.DeviceEvent.DeviceImported;
import kz.legality.finding.FactRef;
import kz.legality.finding.Finding;
import kz.legality.finding.FindingState;
import kz.legality.finding.Findings;
import kz.legality.finding.Held;
import kz.legality.query.finding.Docs.ExportedRow;
import kz.legality.query.finding.Docs.RowFinding;
import kz.legality.query.finding.Investigating.Opened;
import kz.legality.query.projection.SortKeys;
import kz.legality.query.store.IndexEntry;
import kz.legality.rule.About;
import kz.legality.rule.ClaimOfItem;
import kz.legality.rule.ClaimWithoutExit;
import kz.legality.rule.Dossier;
import kz.legality.rule.RuleBook;
import kz.legality.rule.RuleTerms;
import kz.legality.rule.Told;

/** The rows of a phone in its export items: what it is counted by there, and what was found of it. */
final class ExportedRows {
    private final Book book;
    private final RuleTerms terms;
    private final ZoneId zone;
    private final Set<String> refundRules;

    ExportedRows(Book book, RuleBook rules, RuleTerms terms, ZoneId zone) {
        this.book = book;
        this.terms = terms;
        this.zone = zone;
        this.refundRules = rules.about().stream()
                .filter(About::questionsRefund)
                .map(About::id)
                .collect(Collectors.toSet());
    }

    /** Before it is judged: what was found of it stands as it stood. */
    void count(Opened opened, Dossier dossier, Told<DeviceExported> export) {
        put(row(opened, dossier, export, Dossier.itemOf(export)), List.of());
    }

    void judged(Opened opened, Dossier dossier, Told<DeviceExported> export, Findings now) {
        ExportItem item = Dossier.itemOf(export);
        put(
                row(opened, dossier, export, item).withFindings(findings(now, item, opened.positions())),
                due(dossier, export, item));
    }

    private ExportedRow row(Opened opened, Dossier dossier, Told<DeviceExported> export, ExportItem item) {
        Instant declared = export.fact().registeredAt().toInstant();
        List<Told<DeviceImported>> imports = opened.own().all(DeviceImported.class);
        List<Told<DeviceImported>> later = imports.stream()
                .filter(it -> it.at().isAfter(declared)
                        && !it.at().isAfter(declared.plus(terms.overlapWindow()))
                        && !terms.temporaryProcedures().contains(it.fact().procedure())
                        && !(terms.reimportProcedures().contains(it.fact().procedure())
                                && it.fact().importer().equals(export.fact().exporter())))
                .toList();
        String key = item.text() + "/" + dossier.imei().key();
        return new ExportedRow(
                dossier.imei().printed(),
                item.text(),
                export.fact().exporter().value(),
                export.fact().destination(),
                declared,
                export.fact().exitedAt() == null
                        ? null
                        : export.fact().exitedAt().toInstant(),
                dossier.isGhostIn(item),
                dossier.hasNoOriginIn(item),
                dossier.isExportedOtherwiseThan(export),
                export.sequence(),
                imports.stream()
                        .filter(it -> !it.at().isAfter(declared))
                        .map(it -> it.fact().importer().value())
                        .distinct()
                        .toList(),
                later.stream()
                        .map(it -> new ExportItem(
                                        it.fact().declaration(), it.fact().item())
                                .text())
                        .distinct()
                        .toList(),
                later.stream()
                        .map(it -> it.fact().importer().value())
                        .distinct()
                        .toList(),
                book.get(Docs.EXPORTED, key, ExportedRow.JSON)
                        .map(ExportedRow::findings)
                        .orElse(List.of()));
    }

    private void put(ExportedRow row, List<IndexEntry> entries) {
        book.put(
                Docs.EXPORTED, row.item() + "/" + row.key(), ExportedRow.JSON, row, entries.toArray(IndexEntry[]::new));
    }

    private List<RowFinding> findings(Findings now, ExportItem item, Map<FactRef, Long> positions) {
        return now.all().stream()
                .filter(it -> it.state() != FindingState.WITHDRAWN
                        && it.finding().exports().contains(item))
                .map(it -> finding(it, positions))
                .sorted(Comparator.comparing(RowFinding::rule).thenComparing(RowFinding::id))
                .toList();
    }

    RowFinding finding(Held held, Map<FactRef, Long> positions) {
        Finding finding = held.finding();
        return new RowFinding(
                finding.id(),
                finding.rule(),
                finding.severity(),
                held.state(),
                positions(finding, positions),
                refundRules.contains(finding.rule()));
    }

    static List<Long> positions(Finding finding, Map<FactRef, Long> positions) {
        return finding.facts().stream()
                .map(positions::get)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
    }

    /** Where a missing exit will have to be judged again by time alone. */
    private List<IndexEntry> due(Dossier dossier, Told<DeviceExported> export, ExportItem item) {
        if (export.fact().exitedAt() != null) {
            return List.of();
        }
        return dossier.around().claims().getOrDefault(item, List.of()).stream()
                .map((ClaimOfItem claim) -> ClaimWithoutExit.due(terms, zone, export.fact(), claim))
                .filter(it -> !it.isBefore(dossier.around().today()))
                .map(it -> new IndexEntry(Docs.BY_DUE, SortKeys.of(it)))
                .distinct()
                .toList();
    }
}
