package kz.legality.query.finding;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import kz.legality.claim.ExportItem;
import kz.legality.claim.TaxPeriod;
import kz.legality.device.DeviceEvent;
import kz.legality.device.DeviceEvent.DeviceDeclared;
import kz.legality.device.DeviceEvent.DeviceExported;
import kz.legality.device.DeviceEvent.DeviceImported;
import kz.legality.finding.FactRef;
import kz.legality.identifier.ClaimNumber;
import kz.legality.identifier.Imei;
import kz.legality.query.device.DevicesView;
import kz.legality.query.finding.Docs.Case;
import kz.legality.query.finding.Docs.ClaimDoc;
import kz.legality.query.finding.Docs.ClaimLink;
import kz.legality.query.finding.Docs.ItemDoc;
import kz.legality.query.store.Selection;
import kz.legality.rule.CaseFile;
import kz.legality.rule.ClaimOfItem;
import kz.legality.rule.Dossier;
import kz.legality.rule.ItemFigures;
import kz.legality.rule.Overlap;
import kz.legality.rule.PriceFigures;
import kz.legality.rule.RuleTerms;
import kz.legality.rule.Surroundings;
import kz.legality.rule.Told;

/** Puts together what the rules ask for about one device. */
final class Investigating {
    private final Book book;
    private final CaseStreams streams;
    private final Models models;
    private final Prices prices;
    private final RuleTerms terms;
    private final ZoneId zone;
    private final Typos typos;

    Investigating(Book book, CaseStreams streams, Models models, Prices prices, RuleTerms terms, ZoneId zone) {
        this.book = book;
        this.streams = streams;
        this.models = models;
        this.prices = prices;
        this.terms = terms;
        this.zone = zone;
        this.typos = new Typos(book);
    }

    /**
     * A device with its other names.
     *
     * @param together phones of its shipment that a declaration may have meant instead
     * @param positions of every event of the streams that were read
     */
    record Opened(
            CaseFile own,
            List<CaseFile> siblings,
            List<String> groups,
            Set<String> together,
            Map<FactRef, Long> positions) {}

    Opened open(String key) {
        Map<FactRef, Long> positions = new HashMap<>();
        CaseFile own = read(key, positions);
        Set<String> siblings = new LinkedHashSet<>();
        book.store()
                .get(DevicesView.NAME, key)
                .ifPresent(document -> document.entries().stream()
                        .filter(entry -> entry.index().equals(DevicesView.DEVICE))
                        .forEach(entry -> book.store()
                                .scan(
                                        Selection.by(DevicesView.NAME, DevicesView.DEVICE)
                                                .startingAt(entry.sortKey())
                                                .endingBefore(entry.sortKey() + " "),
                                        other -> siblings.add(other.key()))));
        Map<String, Instant> paired = new HashMap<>();
        own.pairedUntil().forEach((imei, until) -> paired.put(imei.key(), until));
        siblings.addAll(paired.keySet());
        siblings.remove(key);
        List<CaseFile> others = siblings.stream()
                .sorted()
                .map(it -> read(it, positions))
                .filter(it ->
                        isOneDevice(own, it) || paired.containsKey(it.imei().key()))
                .map(it -> isOneDevice(own, it)
                        ? it
                        : it.until(paired.getOrDefault(it.imei().key(), Instant.MAX)))
                .toList();
        List<String> groups = new ArrayList<>();
        own.all(DeviceImported.class)
                .forEach(it -> Scanning.Groups.of(it.fact()).ifPresent(groups::add));
        own.all(DeviceDeclared.class)
                .forEach(it -> Scanning.Groups.of(it.fact()).ifPresent(groups::add));
        return new Opened(own, others, groups, new TreeSet<>(), positions);
    }

    /** Some senders number the devices of each declaration anew: only one paper can say that two IMEIs are one device. */
    private static boolean isOneDevice(CaseFile a, CaseFile b) {
        Set<String> papers = papers(a);
        return papers(b).stream().anyMatch(papers::contains);
    }

    private static Set<String> papers(CaseFile file) {
        Set<String> papers = new HashSet<>();
        file.all(DeviceImported.class)
                .forEach(it ->
                        papers.add(it.fact().declaration() + "|" + it.fact().device()));
        file.all(DeviceDeclared.class)
                .forEach(it ->
                        papers.add(it.fact().declaration() + "|" + it.fact().device()));
        return papers;
    }

    private CaseFile read(String key, Map<FactRef, Long> positions) {
        List<CaseStreams.Placed> placed = streams.read(key);
        List<DeviceEvent> events = new ArrayList<>(placed.size());
        for (CaseStreams.Placed it : placed) {
            if (it.position() != CaseStreams.UNKNOWN) {
                positions.put(new FactRef(key, events.size()), it.position());
            }
            events.add((DeviceEvent) it.event());
        }
        return CaseFile.of(new Imei(key), events);
    }

    /** Enough for the counts of its items. */
    Dossier bare(Opened opened, Instant today) {
        return new Dossier(opened.own(), opened.siblings(), Surroundings.none(today), terms, zone);
    }

    Dossier whole(Opened opened, Instant today) {
        Dossier bare = bare(opened, today);
        Map<ExportItem, List<ClaimOfItem>> claims = new HashMap<>();
        Map<ExportItem, ItemFigures> figures = new HashMap<>();
        List<Overlap> overlaps = new ArrayList<>();
        boolean maybeTypo = false;
        for (Told<DeviceExported> export : bare.exports()) {
            ExportItem item = Dossier.itemOf(export);
            maybeTypo |= bare.hasNoOriginIn(item) || bare.isGhostIn(item) || bare.isExportedOtherwiseThan(export);
            ItemDoc doc = book.get(Docs.ITEMS, item.text(), ItemDoc.JSON).orElse(ItemDoc.unseen(item));
            claims.put(item, claimsOf(doc, opened.positions()));
            figures.put(item, Items.figures(doc));
            overlaps.addAll(doc.overlaps());
        }
        String tac = opened.own().imei().tac().value();
        Map<Long, PriceFigures> usual = new HashMap<>();
        for (Told<DeviceImported> it : opened.own().all(DeviceImported.class)) {
            usual.put(
                    it.sequence(),
                    prices.around(tac, it.at().atZone(zone).toLocalDate().toEpochDay()));
        }
        return new Dossier(
                opened.own(),
                opened.siblings(),
                new Surroundings(
                        claims,
                        figures,
                        models.of(tac).orElse(null),
                        usual,
                        overlaps,
                        maybeTypo ? typos.of(bare, opened.together()::add) : Map.of(),
                        ofThePerson(opened),
                        today),
                terms,
                zone);
    }

    private List<ClaimOfItem> claimsOf(ItemDoc item, Map<FactRef, Long> positions) {
        List<ClaimOfItem> claims = new ArrayList<>();
        for (ClaimLink link : item.claims()) {
            book.get(Docs.CLAIMS, link.claim(), ClaimDoc.JSON).ifPresent(claim -> {
                ClaimNumber number = new ClaimNumber(link.claim());
                FactRef ref = link.fact();
                positions.put(ref, link.position());
                Instant filed = claim.filedAt() == null ? Instant.EPOCH : claim.filedAt();
                claims.add(new ClaimOfItem(
                        number,
                        ref,
                        filed,
                        TaxPeriod.endOf(claim.period(), filed.atZone(zone).toLocalDate()),
                        claim.replacedBy() == null ? null : new ClaimNumber(claim.replacedBy())));
            });
        }
        return claims;
    }

    private List<CaseFile> ofThePerson(Opened opened) {
        Set<String> persons = new HashSet<>();
        opened.own()
                .all(DeviceDeclared.class)
                .forEach(it -> persons.add(it.fact().person().pseudonym().value()));
        Set<String> imeis = new LinkedHashSet<>();
        persons.forEach(person -> imeis.addAll(imeisOf(person)));
        List<CaseFile> files = new ArrayList<>();
        for (String imei : imeis) {
            files.add(imei.equals(opened.own().imei().key()) ? opened.own() : read(imei, opened.positions()));
        }
        return files;
    }

    Collection<String> imeisOf(String person) {
        List<String> imeis = new ArrayList<>();
        book.store()
                .scan(Selection.all(Docs.PERSONS).startingWith(person + "/"), row -> imeis.add(Scanning.imeiOf(row)));
        return imeis;
    }

    /** So that whatever happens to one of its IMEIs, or to a paper that names several, leads here again. */
    void remember(Opened opened, List<String> items, List<String> findings) {
        String key = opened.own().imei().key();
        book.put(Docs.CASES, key, Case.JSON, new Case(others(key, key), items, findings));
        for (CaseFile sibling : opened.siblings()) {
            alias(sibling.imei().key(), key);
        }
        opened.groups().forEach(group -> alias(group, key));
        opened.together().forEach(other -> alias(other, key));
    }

    private void alias(String name, String key) {
        Case before = book.get(Docs.CASES, name, Case.JSON).orElse(new Case(List.of(), List.of(), List.of()));
        if (!before.of().contains(key)) {
            book.put(Docs.CASES, name, Case.JSON, new Case(others(name, key), before.items(), before.findings()));
        }
    }

    private List<String> others(String name, String key) {
        Set<String> all = new LinkedHashSet<>(
                book.get(Docs.CASES, name, Case.JSON).map(Case::of).orElse(List.of()));
        all.add(key);
        return List.copyOf(all);
    }
}
