package kz.legality.query.finding;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import kz.legality.claim.ExportItem;
import kz.legality.device.DeviceEvent.DeviceExported;
import kz.legality.finding.FactRef;
import kz.legality.finding.Finding;
import kz.legality.finding.FindingState;
import kz.legality.finding.Findings;
import kz.legality.finding.Findings.Change;
import kz.legality.finding.Held;
import kz.legality.query.finding.CaseStreams.Continuation;
import kz.legality.query.finding.Docs.Case;
import kz.legality.query.finding.Docs.ClaimDoc;
import kz.legality.query.finding.Docs.ExportedRow;
import kz.legality.query.finding.Docs.ItemDoc;
import kz.legality.query.finding.Docs.PersonRow;
import kz.legality.query.finding.Investigating.Opened;
import kz.legality.query.store.Selection;
import kz.legality.rule.Dossier;
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
    private final Clock clock;
    private final Prices prices;
    private final Investigating investigating;
    private final Amending amending;
    private final ExportedRows exportedRows;
    private final JudgingItems items;

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
        this.clock = clock;
        this.prices = new Prices(book.store(), terms);
        this.investigating = new Investigating(book, streams, models, prices, terms, zone);
        this.amending = new Amending(policyVersion, clock);
        this.exportedRows = new ExportedRows(book, rules, terms, zone);
        this.items = new JudgingItems(book, streams, rules, amending, exportedRows);
    }

    void judge(Marks marks) {
        Instant today = clock.instant();
        prices.forget();
        persons(marks);
        undervalued(marks);
        inChunks(List.copyOf(marks.devices), DEVICES_AT_ONCE, chunk -> count(chunk, marks, today));
        inChunks(List.copyOf(marks.items), ITEMS_AT_ONCE, chunk -> chunk.forEach(item -> recount(item, marks)));
        inChunks(List.copyOf(marks.devices), DEVICES_AT_ONCE, chunk -> devices(chunk, today));
        inChunks(List.copyOf(marks.items), ITEMS_AT_ONCE, chunk -> chunk.forEach(item -> items.judge(item, marks)));
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
                    exportedRows.count(opened, dossier, export);
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

    private void recount(String name, Marks marks) {
        ItemDoc before = book.get(Docs.ITEMS, name, ItemDoc.JSON).orElse(ItemDoc.unseen(ExportItem.of(name)));
        List<ExportedRow> rows = Claims.rows(book, name);
        ItemDoc after = Items.counted(book, before, rows);
        if (!after.equals(before)) {
            Items.put(book, after);
        }
        if (!Items.judgesAlike(before, after, terms)) {
            rows.forEach(row -> marks.devices.add(row.key()));
        }
    }

    private record Judged(Opened opened, Dossier dossier, List<Change> changes) {}

    private Judged judged(Opened opened, Instant today) {
        Dossier dossier = investigating.whole(opened, today);
        Map<String, Finding> byId = new LinkedHashMap<>();
        rules.judge(dossier).forEach(it -> byId.merge(it.id(), it, Judging::graver));
        return new Judged(opened, dossier, opened.own().findings().towards(List.copyOf(byId.values())));
    }

    private static Finding graver(Finding a, Finding b) {
        return b.severity().compareTo(a.severity()) > 0 ? b : a;
    }

    private void devices(List<String> chunk, Instant today) {
        List<Judged> all = chunk.parallelStream()
                .map(key -> judged(investigating.open(key), today))
                .toList();
        List<Continuation> events = new ArrayList<>();
        all.forEach(it -> events.addAll(continuations(it)));
        if (events.isEmpty() || streams.append(events)) {
            all.forEach(it -> write(it));
        } else {
            // Somebody else wrote to one of these streams meanwhile: each by itself, from what it holds now.
            chunk.forEach(key -> alone(key, today));
        }
    }

    private void alone(String key, Instant today) {
        for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
            Judged judged = judged(investigating.open(key), today);
            List<Continuation> events = continuations(judged);
            if (events.isEmpty() || streams.append(events)) {
                write(judged);
                return;
            }
        }
        throw new IllegalStateException("the stream of device " + key + " is overrun");
    }

    private List<Continuation> continuations(Judged judged) {
        return amending.of(
                judged.dossier().imei(), judged.changes(), judged.opened().own().nextSequence());
    }

    private void write(Judged judged) {
        Findings now = judged.opened().own().findings().after(judged.changes());
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
                    ExportedRows.positions(held.finding(), positions));
        }
        Set<String> done = new HashSet<>();
        for (Told<DeviceExported> export : dossier.exports()) {
            ExportItem item = Dossier.itemOf(export);
            if (done.add(item.text())) {
                exportedRows.judged(judged.opened(), dossier, export, now);
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

    private void claim(String number) {
        book.get(Docs.CLAIMS, number, ClaimDoc.JSON)
                .filter(claim -> claim.claimant() != null)
                .ifPresent(claim -> Claims.recompute(book, claim));
    }
}
