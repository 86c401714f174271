package kz.legality.query.finding;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import kz.legality.claim.ExportItem;
import kz.legality.device.DeviceEvent.DeviceExported;
import kz.legality.device.DeviceEvent.DeviceImported;
import kz.legality.device.DeviceEvent.FindingRaised;
import kz.legality.device.DeviceEvent.FindingWithdrawn;
import kz.legality.event.LedgerEvent;
import kz.legality.event.Source;
import kz.legality.finding.FactRef;
import kz.legality.finding.Finding;
import kz.legality.finding.FindingState;
import kz.legality.finding.Findings;
import kz.legality.finding.Findings.Change;
import kz.legality.finding.Held;
import kz.legality.finding.ItemEvent;
import kz.legality.finding.ItemEvent.ItemFindingDisposed;
import kz.legality.finding.ItemEvent.ItemFindingRaised;
import kz.legality.finding.ItemEvent.ItemFindingWithdrawn;
import kz.legality.identifier.Imei;
import kz.legality.query.finding.CaseStreams.Continuation;
import kz.legality.query.finding.Docs.Case;
import kz.legality.query.finding.Docs.ClaimDoc;
import kz.legality.query.finding.Docs.ExportedRow;
import kz.legality.query.finding.Docs.ItemDoc;
import kz.legality.query.finding.Docs.PersonRow;
import kz.legality.query.finding.Docs.RowFinding;
import kz.legality.query.finding.Investigating.Opened;
import kz.legality.query.projection.SortKeys;
import kz.legality.query.store.IndexEntry;
import kz.legality.query.store.Selection;
import kz.legality.rule.About;
import kz.legality.rule.ClaimOfItem;
import kz.legality.rule.ClaimWithoutExit;
import kz.legality.rule.Dossier;
import kz.legality.rule.ItemRule.GhostOfItem;
import kz.legality.rule.RuleBook;
import kz.legality.rule.RuleTerms;
import kz.legality.rule.Told;

/**
 * Judges what is marked: first what each phone adds to the counts of its items, then the phones by all that is known,
 * then the items, then what stands on the claims.
 */
final class Judging {
    private static final int DEVICES_AT_ONCE = 256;
    private static final int ITEMS_AT_ONCE = 100;
    private static final int ATTEMPTS_MAX = 20;

    private final Book book;
    private final CaseStreams streams;
    private final RuleBook rules;
    private final RuleTerms terms;
    private final String policyVersion;
    private final ZoneId zone;
    private final Clock clock;
    private final Prices prices;
    private final Investigating investigating;
    private final Set<String> refundRules;

    Judging(
            Book book,
            CaseStreams streams,
            Models models,
            RuleBook rules,
            RuleTerms terms,
            String policyVersion,
            ZoneId zone,
            Clock clock) {
        this.book = book;
        this.streams = streams;
        this.rules = rules;
        this.terms = terms;
        this.policyVersion = policyVersion;
        this.zone = zone;
        this.clock = clock;
        this.prices = new Prices(book.store(), terms);
        this.investigating = new Investigating(book, streams, models, prices, terms, zone);
        this.refundRules = rules.about().stream()
                .filter(About::questionsRefund)
                .map(About::id)
                .collect(Collectors.toSet());
    }

    void judge(Marks marks) {
        Instant today = clock.instant();
        prices.forget();
        persons(marks);
        undervalued(marks);
        inChunks(List.copyOf(marks.devices), DEVICES_AT_ONCE, chunk -> count(chunk, marks, today));
        inChunks(List.copyOf(marks.items), ITEMS_AT_ONCE, chunk -> chunk.forEach(item -> recount(item, marks)));
        inChunks(List.copyOf(marks.devices), DEVICES_AT_ONCE, chunk -> devices(chunk, today));
        inChunks(List.copyOf(marks.items), ITEMS_AT_ONCE, chunk -> chunk.forEach(item -> item(item, marks)));
        inChunks(List.copyOf(marks.claims), ITEMS_AT_ONCE, chunk -> chunk.forEach(this::claim));
    }

    private <T> void inChunks(List<T> all, int size, Consumer<List<T>> each) {
        for (int from = 0; from < all.size(); from += size) {
            each.accept(all.subList(from, Math.min(all.size(), from + size)));
            book.commit();
        }
    }

    /** Whoever declared more than is his, or had, is judged with all he declared. */
    private void persons(Marks marks) {
        for (String person : marks.persons) {
            Collection<String> imeis = investigating.imeisOf(person);
            long[] value = {0};
            book.store()
                    .scan(
                            Selection.all(Docs.PERSONS).startingWith(person + "/"),
                            row -> value[0] += PersonRow.JSON.read(row).value());
            if (imeis.size() > terms.personalMax()
                    || terms.personalValueMax()
                            .least()
                            .filter(cap -> value[0] > cap.amount())
                            .isPresent()
                    || !book.store().getAll(Docs.CASES, imeis).isEmpty()) {
                marks.devices.addAll(imeis);
            }
        }
    }

    private void undervalued(Marks marks) {
        for (String tac : marks.tacs) {
            prices.undervalued(tac, marks.devices::add);
            book.store().scan(Selection.all(Docs.CASES).startingWith(tac), document -> {
                if (Case.JSON.read(document).findings().contains("R5b")) {
                    marks.devices.add(document.key());
                }
            });
        }
    }

    private List<Opened> open(List<String> devices) {
        return devices.parallelStream().map(investigating::open).toList();
    }

    /** Writes the rows of each phone in its export items, as far as they are counted. */
    private void count(List<String> chunk, Marks marks, Instant today) {
        for (Opened opened : open(chunk)) {
            Dossier dossier = investigating.bare(opened, today);
            String key = dossier.imei().key();
            List<String> before =
                    book.get(Docs.CASES, key, Case.JSON).map(Case::items).orElse(List.of());
            Set<String> now = new HashSet<>();
            for (Told<DeviceExported> export : dossier.exports()) {
                ExportItem item = Dossier.itemOf(export);
                if (now.add(item.text())) {
                    ExportedRow row = row(opened, dossier, export, item);
                    putRow(row, List.of());
                }
            }
            marks.items.addAll(now);
            before.stream().filter(it -> !now.contains(it)).forEach(gone -> {
                book.delete(Docs.EXPORTED, gone + "/" + key);
                marks.items.add(gone);
            });
            investigating.remember(
                    opened,
                    List.copyOf(now),
                    book.get(Docs.CASES, key, Case.JSON).map(Case::findings).orElse(List.of()));
        }
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

    private void putRow(ExportedRow row, List<IndexEntry> entries) {
        book.put(
                Docs.EXPORTED,
                row.item() + "/" + row.imei().substring(0, Imei.KEY_DIGITS),
                ExportedRow.JSON,
                row,
                entries.toArray(IndexEntry[]::new));
    }

    private void recount(String name, Marks marks) {
        ItemDoc before = book.get(Docs.ITEMS, name, ItemDoc.JSON).orElse(ItemDoc.unseen(ExportItem.of(name)));
        List<ExportedRow> rows = Claims.rows(book, name);
        ItemDoc after = Items.counted(book, before, rows);
        if (!after.equals(before)) {
            Items.put(book, after);
        }
        if (!Items.judgesAlike(before, after, terms)) {
            rows.forEach(row -> marks.devices.add(row.imei().substring(0, Imei.KEY_DIGITS)));
        }
    }

    private record Judged(Opened opened, Dossier dossier, List<Finding> findings) {
        List<Change> changes() {
            return opened.own().findings().towards(findings);
        }
    }

    private Judged judged(Opened opened, Instant today) {
        Dossier dossier = investigating.whole(opened, today);
        Map<String, Finding> byId = new LinkedHashMap<>();
        rules.judge(dossier).forEach(it -> byId.merge(it.id(), it, Judging::graver));
        return new Judged(opened, dossier, List.copyOf(byId.values()));
    }

    private static Finding graver(Finding a, Finding b) {
        return b.severity().compareTo(a.severity()) > 0 ? b : a;
    }

    private void devices(List<String> chunk, Instant today) {
        List<Judged> all = chunk.parallelStream()
                .map(key -> judged(investigating.open(key), today))
                .toList();
        List<Continuation> events = new ArrayList<>();
        all.forEach(it -> events.addAll(continuations(it, it.changes())));
        if (events.isEmpty() || streams.append(events)) {
            all.forEach(it -> write(it, it.changes()));
        } else {
            // Somebody else wrote to one of these streams meanwhile: each by itself, from what it holds now.
            chunk.forEach(key -> alone(key, today));
        }
    }

    private void alone(String key, Instant today) {
        for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
            Judged judged = judged(investigating.open(key), today);
            List<Continuation> events = continuations(judged, judged.changes());
            if (events.isEmpty() || streams.append(events)) {
                write(judged, judged.changes());
                return;
            }
        }
        throw new IllegalStateException("the stream of device " + key + " is overrun");
    }

    private List<Continuation> continuations(Judged judged, List<Change> changes) {
        List<Continuation> events = new ArrayList<>(changes.size());
        Imei imei = judged.dossier().imei();
        long sequence = judged.opened().own().nextSequence();
        for (Change change : changes) {
            LedgerEvent event = switch (change) {
                case Change.Raise raise ->
                    new FindingRaised(
                            imei,
                            raise.finding().at(),
                            new Source.Rule(raise.finding().rule()),
                            raise.finding(),
                            policyVersion);
                case Change.Withdraw withdraw ->
                    new FindingWithdrawn(
                            imei,
                            clock.instant(),
                            new Source.Rule(withdraw.finding().rule()),
                            withdraw.finding().id(),
                            policyVersion);
            };
            events.add(new Continuation(sequence++, event));
        }
        return events;
    }

    private static Findings after(Findings before, List<Change> changes) {
        Findings now = before;
        for (Change change : changes) {
            now = switch (change) {
                case Change.Raise raise -> now.raised(raise.finding());
                case Change.Withdraw withdraw ->
                    now.withdrawn(withdraw.finding().id());
            };
        }
        return now;
    }

    private void write(Judged judged, List<Change> changes) {
        Findings now = after(judged.opened().own().findings(), changes);
        Dossier dossier = judged.dossier();
        Map<FactRef, Long> positions = judged.opened().positions();
        Map<String, String> exporters = new HashMap<>();
        dossier.exports()
                .forEach(it -> exporters.put(
                        Dossier.itemOf(it).text(), it.fact().exporter().value()));
        for (Held held : now.all()) {
            List<String> companies = held.finding().exports().stream()
                    .map(it -> exporters.get(it.text()))
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
            FindingDoc.put(
                    book,
                    dossier.imei().key(),
                    dossier.imei().printed(),
                    companies,
                    held,
                    positions(held.finding(), positions));
        }
        Set<String> done = new HashSet<>();
        for (Told<DeviceExported> export : dossier.exports()) {
            ExportItem item = Dossier.itemOf(export);
            if (done.add(item.text())) {
                ExportedRow row = row(judged.opened(), dossier, export, item);
                putRow(withFindings(row, rowFindings(now, item, positions)), due(dossier, export, item));
            }
        }
        investigating.remember(
                judged.opened(),
                done.stream().sorted().toList(),
                now.all().stream()
                        .filter(it -> it.state() != FindingState.WITHDRAWN)
                        .map(it -> it.finding().rule())
                        .distinct()
                        .sorted()
                        .toList());
    }

    private static ExportedRow withFindings(ExportedRow row, List<RowFinding> findings) {
        return new ExportedRow(
                row.imei(),
                row.item(),
                row.exporter(),
                row.destination(),
                row.registeredAt(),
                row.exitedAt(),
                row.ghost(),
                row.noOrigin(),
                row.exportSequence(),
                row.before(),
                row.later(),
                row.laterImporters(),
                findings);
    }

    private List<RowFinding> rowFindings(Findings now, ExportItem item, Map<FactRef, Long> positions) {
        return now.all().stream()
                .filter(it -> it.state() != FindingState.WITHDRAWN
                        && it.finding().exports().contains(item))
                .map(it -> rowFinding(it, positions))
                .sorted(Comparator.comparing(RowFinding::rule).thenComparing(RowFinding::id))
                .toList();
    }

    private RowFinding rowFinding(Held held, Map<FactRef, Long> positions) {
        Finding finding = held.finding();
        return new RowFinding(
                finding.id(),
                finding.rule(),
                finding.severity(),
                held.state(),
                positions(finding, positions),
                refundRules.contains(finding.rule()));
    }

    private static List<Long> positions(Finding finding, Map<FactRef, Long> positions) {
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

    /** The rules about items, in the item's own stream. */
    private void item(String name, Marks marks) {
        ItemDoc doc = book.get(Docs.ITEMS, name, ItemDoc.JSON).orElseThrow();
        List<GhostOfItem> ghosts = Items.ghosts(Claims.rows(book, name));
        ExportItem item = ExportItem.of(name);
        String stream = ItemEvent.STREAM + name;
        List<Finding> found = rules.judge(Items.figures(doc), ghosts);
        if (!found.isEmpty() || !doc.findings().isEmpty()) {
            Findings now = Findings.NONE;
            for (int attempt = 0; ; attempt++) {
                Findings before = Findings.NONE;
                long sequence = 0;
                for (CaseStreams.Placed placed : streams.read(stream)) {
                    before = after(before, (ItemEvent) placed.event());
                    sequence++;
                }
                List<Change> changes = before.towards(found);
                now = after(before, changes);
                if (changes.isEmpty() || streams.append(continuations(item, changes, sequence))) {
                    break;
                }
                if (attempt == ATTEMPTS_MAX) {
                    throw new IllegalStateException("the stream " + stream + " is overrun");
                }
            }
            writeItem(doc, stream, now);
        }
        doc.claims().forEach(claim -> marks.claims.add(claim.claim()));
    }

    private void writeItem(ItemDoc doc, String stream, Findings now) {
        Map<FactRef, Long> positions = new HashMap<>();
        now.all()
                .forEach(held -> held.finding().facts().forEach(ref -> positions.computeIfAbsent(ref, this::position)));
        List<String> companies = doc.exporter() == null ? List.of() : List.of(doc.exporter());
        for (Held held : now.all()) {
            FindingDoc.put(book, stream, null, companies, held, positions(held.finding(), positions));
        }
        Items.put(
                book,
                new ItemDoc(
                        doc.item(),
                        doc.exporter(),
                        doc.claims(),
                        doc.exported(),
                        doc.ghosts(),
                        doc.withoutOrigin(),
                        doc.overlaps(),
                        now.all().stream()
                                .filter(it -> it.state() != FindingState.WITHDRAWN)
                                .map(it -> rowFinding(it, positions))
                                .toList()));
    }

    private Long position(FactRef ref) {
        List<CaseStreams.Placed> events = streams.read(ref.stream());
        return ref.sequence() < events.size() ? events.get((int) ref.sequence()).position() : -1L;
    }

    private static Findings after(Findings before, ItemEvent event) {
        return switch (event) {
            case ItemFindingRaised raised -> before.raised(raised.finding());
            case ItemFindingWithdrawn withdrawn -> before.withdrawn(withdrawn.finding());
            case ItemFindingDisposed disposed ->
                before.disposed(disposed.finding(), disposed.disposition(), disposed.by(), disposed.reason());
        };
    }

    private List<Continuation> continuations(ExportItem item, List<Change> changes, long from) {
        List<Continuation> events = new ArrayList<>();
        long sequence = from;
        for (Change change : changes) {
            LedgerEvent event = switch (change) {
                case Change.Raise raise ->
                    new ItemFindingRaised(
                            item,
                            raise.finding().at(),
                            new Source.Rule(raise.finding().rule()),
                            raise.finding(),
                            policyVersion);
                case Change.Withdraw withdraw ->
                    new ItemFindingWithdrawn(
                            item,
                            clock.instant(),
                            new Source.Rule(withdraw.finding().rule()),
                            withdraw.finding().id(),
                            policyVersion);
            };
            events.add(new Continuation(sequence++, event));
        }
        return events;
    }

    private void claim(String number) {
        book.get(Docs.CLAIMS, number, ClaimDoc.JSON)
                .filter(claim -> claim.claimant() != null)
                .ifPresent(claim -> Claims.recompute(book, claim));
    }
}
