package kz.legality.query.finding;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import kz.legality.claim.ClaimEvent.RefundClaimed;
import kz.legality.claim.ExportItem;
import kz.legality.device.DeviceEvent;
import kz.legality.device.DeviceEvent.CloneDetected;
import kz.legality.device.DeviceEvent.DeviceDeclared;
import kz.legality.device.DeviceEvent.DeviceExported;
import kz.legality.device.DeviceEvent.DeviceImported;
import kz.legality.device.DeviceEvent.FactWithdrawn;
import kz.legality.device.DeviceEvent.FindingRaised;
import kz.legality.device.DeviceEvent.FindingWithdrawn;
import kz.legality.device.DeviceEvent.PatternObserved;
import kz.legality.device.DeviceEvent.SeenOnNetwork;
import kz.legality.event.LedgerEvent;
import kz.legality.finding.ItemEvent;
import kz.legality.identifier.Imei;
import kz.legality.query.finding.Docs.Case;
import kz.legality.query.finding.Docs.ClaimDoc;
import kz.legality.query.finding.Docs.ClaimLink;
import kz.legality.query.finding.Docs.ExportedRow;
import kz.legality.query.finding.Docs.ImportRow;
import kz.legality.query.finding.Docs.ItemDoc;
import kz.legality.query.finding.Docs.Linked;
import kz.legality.query.finding.Docs.PersonRow;
import kz.legality.query.store.Document;
import kz.legality.query.store.IndexEntry;
import kz.legality.query.store.Selection;
import kz.legality.rule.Model;
import kz.legality.rule.TacMismatch;
import kz.legality.tac.TacEvent.TacListed;
import org.jspecify.annotations.Nullable;

/** Reads events in their order: keeps what a judgement will ask for, and marks what is to be judged. */
final class Scanning {
    private final Book book;
    private final CaseStreams streams;
    private final Models models;
    private final ZoneId zone;

    Scanning(Book book, CaseStreams streams, Models models, ZoneId zone) {
        this.book = book;
        this.streams = streams;
        this.models = models;
        this.zone = zone;
    }

    /** One event of the stretch. */
    record Seen(long position, String stream, long sequence, LedgerEvent event) {}

    void scan(List<Seen> stretch, Marks marks) {
        Map<String, List<String>> touched = new HashMap<>();
        Set<String> importItems = new HashSet<>();
        for (Seen seen : stretch) {
            switch (seen.event()) {
                case DeviceEvent event -> device(event, marks, touched, importItems);
                case RefundClaimed claimed -> claimed(seen, claimed, marks);
                case TacListed listed -> listed(listed, marks);
                case ItemEvent.ItemFindingDisposed disposed ->
                    marks.items.add(disposed.item().text());
                default -> {}
            }
        }
        known(touched, marks);
        importItems.forEach(item -> moved(item, marks));
        book.commit();
    }

    private void device(DeviceEvent event, Marks marks, Map<String, List<String>> touched, Set<String> importItems) {
        String key = event.stream();
        switch (event) {
            case FindingRaised ours -> {}
            case FindingWithdrawn ours -> {}
            case DeviceExported exported -> judged(key, marks, touched);
            case CloneDetected clone -> judged(key, marks, touched);
            case PatternObserved pattern -> judged(key, marks, touched);
            case SeenOnNetwork seen -> {
                switch (seen.occasion()) {
                    case AFTER_EXPORT, AFTER_BLOCK, BEFORE_EXPORT -> judged(key, marks, touched);
                    case FIRST_SEEN, NEW_SUBSCRIBER -> touch(touched, key, key);
                }
            }
            case DeviceImported imported -> {
                imported(imported, marks, touched);
                importItems.add(new ExportItem(imported.declaration(), imported.item()).text());
            }
            case DeviceDeclared declared -> declared(declared, marks, touched);
            case FactWithdrawn withdrawn -> {
                forget(key, withdrawn.corrects(), marks);
                touch(touched, key, key);
            }
            default -> touch(touched, key, key);
        }
    }

    /** Whatever is known of it by now; and the phone whose other IMEI it is. */
    private static void judged(String key, Marks marks, Map<String, List<String>> touched) {
        marks.devices.add(key);
        touch(touched, key, key);
    }

    /** Phones came in an import item, or did not after all: what hangs on who came with them is judged again. */
    private void moved(String importItem, Marks marks) {
        book.get(Docs.RETURNS, importItem, Linked.JSON).ifPresent(it -> marks.items.addAll(it.items()));
        book.get(Docs.SHIPMENTS, importItem, Linked.JSON)
                .ifPresent(it -> it.items().forEach(exported -> {
                    marks.items.add(exported);
                    Claims.rows(book, exported).stream()
                            .filter(ExportedRow::mayBeWrittenWrongly)
                            .forEach(row -> marks.devices.add(row.key()));
                }));
    }

    private static void touch(Map<String, List<String>> touched, String name, String device) {
        touched.computeIfAbsent(name, none -> new ArrayList<>(1)).add(device);
    }

    /** Whatever is a case, or another IMEI of one, is judged again. */
    private void known(Map<String, List<String>> touched, Marks marks) {
        book.store().getAll(Docs.CASES, touched.keySet()).forEach((name, document) -> {
            marks.devices.addAll(Case.JSON.read(document).of());
            touched.getOrDefault(name, List.of()).stream()
                    .filter(it -> it.length() == Imei.KEY_DIGITS)
                    .forEach(marks.devices::add);
        });
    }

    private void imported(DeviceImported it, Marks marks, Map<String, List<String>> touched) {
        String key = it.stream();
        String item = new ExportItem(it.declaration(), it.item()).text();
        long day = it.occurredAt().atZone(zone).toLocalDate().toEpochDay();
        book.put(
                Docs.IMPORTS,
                key + "/" + item,
                ImportRow.JSON,
                new ImportRow(item, day, it.unitValue().amount(), it.brand(), it.model(), true),
                new IndexEntry(Docs.BY_ITEM, item));
        marks.tacs.add(key.substring(0, 8));
        touch(touched, key, key);
        Groups.of(it).ifPresent(group -> touch(touched, group, key));
        if (mismatch(key, it.brand(), it.model())) {
            marks.devices.add(key);
        }
    }

    private void declared(DeviceDeclared it, Marks marks, Map<String, List<String>> touched) {
        String key = it.stream();
        book.put(
                Docs.IMPORTS,
                key + "/" + it.declaration(),
                ImportRow.JSON,
                new ImportRow("", 0, it.unitValue().amount(), it.brand(), it.model(), false));
        String person = it.person().pseudonym().value();
        book.put(
                Docs.PERSONS,
                person + "/" + key,
                PersonRow.JSON,
                new PersonRow(it.unitValue().amount()));
        marks.persons.add(person);
        touch(touched, key, key);
        Groups.of(it).ifPresent(group -> touch(touched, group, key));
        if (mismatch(key, it.brand(), it.model())) {
            marks.devices.add(key);
        }
    }

    private boolean mismatch(String key, String brand, String model) {
        return models.of(key.substring(0, 8))
                .map(listed -> TacMismatch.match(brand, model, listed) != TacMismatch.Match.SAME)
                .orElse(false);
    }

    /** What was kept of a fact that counts no longer. */
    private void forget(String stream, long sequence, Marks marks) {
        List<CaseStreams.Placed> events = streams.read(stream);
        if (sequence >= events.size()) {
            return;
        }
        switch (events.get((int) sequence).event()) {
            case DeviceImported it -> {
                String item = new ExportItem(it.declaration(), it.item()).text();
                book.delete(Docs.IMPORTS, stream + "/" + item);
                marks.tacs.add(stream.substring(0, 8));
                moved(item, marks);
                Groups.of(it)
                        .flatMap(group -> book.get(Docs.CASES, group, Case.JSON))
                        .ifPresent(known -> marks.devices.addAll(known.of()));
            }
            case DeviceDeclared it -> {
                book.delete(Docs.IMPORTS, stream + "/" + it.declaration());
                String person = it.person().pseudonym().value();
                book.delete(Docs.PERSONS, person + "/" + stream);
                marks.persons.add(person);
            }
            default -> {}
        }
    }

    private void claimed(Seen seen, RefundClaimed it, Marks marks) {
        String number = it.claim().value();
        String item = it.exportItem().text();
        ClaimDoc claim = book.get(Docs.CLAIMS, number, ClaimDoc.JSON).orElse(ClaimDoc.unseen(number));
        Map<String, Long> items = new TreeMap<>(claim.items());
        items.put(item, it.vat().amount());
        Claims.put(
                book,
                new ClaimDoc(
                        number,
                        it.claimant().value(),
                        it.period(),
                        it.occurredAt(),
                        claim.replacedBy(),
                        items,
                        claim.vatClaimed(),
                        claim.vatAtRisk(),
                        claim.devices(),
                        claim.severity(),
                        claim.byFinding()));
        ItemDoc of = book.get(Docs.ITEMS, item, ItemDoc.JSON).orElse(ItemDoc.unseen(it.exportItem()));
        List<ClaimLink> links = new ArrayList<>(of.claims().stream()
                .filter(link -> !link.claim().equals(number))
                .toList());
        links.add(
                new ClaimLink(number, seen.sequence(), seen.position(), it.vat().amount()));
        links.sort(Comparator.comparing(ClaimLink::claim));
        Items.put(book, of.withClaims(links));
        if (it.replaces() != null && !it.replaces().equals(it.claim())) {
            replaced(it.replaces().value(), number, marks);
        }
        marks.claims.add(number);
        devicesOf(item, marks);
    }

    private void replaced(String number, String by, Marks marks) {
        ClaimDoc old = book.get(Docs.CLAIMS, number, ClaimDoc.JSON).orElse(ClaimDoc.unseen(number));
        if (old.replacedBy() == null || old.replacedBy().compareTo(by) < 0) {
            Claims.put(book, old.replacedBy(by));
        }
        marks.claims.add(number);
        old.items().keySet().forEach(item -> devicesOf(item, marks));
    }

    private void devicesOf(String item, Marks marks) {
        marks.items.add(item);
        book.store().scan(Selection.all(Docs.EXPORTED).startingWith(item + "/"), row -> marks.devices.add(imeiOf(row)));
    }

    static String imeiOf(Document row) {
        return row.key().substring(row.key().length() - Imei.KEY_DIGITS);
    }

    /** A code that is listed late, or otherwise, is compared with every paper that named a phone of it. */
    private void listed(TacListed it, Marks marks) {
        String tac = it.tac().value();
        Model model = models.learn(it);
        book.store().scan(Selection.all(Docs.IMPORTS).startingWith(tac), document -> {
            ImportRow row = ImportRow.JSON.read(document);
            if (TacMismatch.match(row.brand(), row.model(), model) != TacMismatch.Match.SAME) {
                marks.devices.add(document.key().substring(0, Imei.KEY_DIGITS));
            }
        });
        book.store()
                .scan(
                        Selection.all(Docs.CASES).startingWith(tac),
                        document ->
                                marks.devices.addAll(Case.JSON.read(document).of()));
    }

    /** Names the IMEIs of one device on one paper. */
    static final class Groups {
        private Groups() {}

        static Optional<String> of(DeviceImported it) {
            return name(it.source().text(), it.device());
        }

        static Optional<String> of(DeviceDeclared it) {
            return name(it.source().text(), it.device());
        }

        private static Optional<String> name(String source, @Nullable String device) {
            if (device == null) {
                return Optional.empty();
            }
            int row = source.startsWith("file:") ? source.lastIndexOf('#') : -1;
            return Optional.of("group:" + Integer.toHexString(device.hashCode()) + ":"
                    + (row < 0 ? source.hashCode() : source.substring(5, row)));
        }
    }
}
