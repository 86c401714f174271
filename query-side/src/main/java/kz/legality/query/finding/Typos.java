package kz.legality.query.finding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import kz.legality.claim.ExportItem;
import kz.legality.identifier.Imei;
import kz.legality.query.device.DevicesView;
import kz.legality.query.finding.Docs.ImportRow;
import kz.legality.query.finding.Docs.ItemDoc;
import kz.legality.query.store.Selection;
import kz.legality.rule.Dossier;
import kz.legality.rule.Typo;

/** Looks for the phone a declaration may have meant: one digit away, of the same shipment, and unaccounted for. */
final class Typos {
    private final Book book;

    Typos(Book book) {
        this.book = book;
    }

    /** @param candidate takes each phone of the shipments one digit away: what happens to it may change the answer */
    Map<ExportItem, Typo> of(Dossier dossier, Consumer<String> candidate) {
        Map<ExportItem, List<String>> shipments = shipments(dossier);
        Map<String, Set<String>> together = new TreeMap<>();
        if (!shipments.isEmpty()) {
            Set<String> all = new HashSet<>();
            shipments.values().forEach(all::addAll);
            for (String key : neighbours(dossier.imei().key())) {
                Set<String> with = cameIn(key);
                with.retainAll(all);
                if (!with.isEmpty()) {
                    together.put(key, with);
                    candidate.accept(key);
                }
            }
        }
        if (together.isEmpty()) {
            return Map.of();
        }
        book.store().getAll(DevicesView.NAME, together.keySet()).forEach((key, known) -> {
            var device = DevicesView.of(known).device();
            if (!device.departures().isEmpty()
                    || !device.bindings().isEmpty()
                    || !device.sightings().isEmpty()) {
                together.remove(key);
            }
        });
        Set<String> own = cameIn(dossier.imei().key());
        dossier.siblings().forEach(it -> own.addAll(cameIn(it.imei().key())));
        Map<ExportItem, Typo> typos = new HashMap<>();
        shipments.forEach((item, its) -> together.forEach((key, with) -> {
            if (with.stream().anyMatch(its::contains)) {
                boolean stray = with.stream().noneMatch(own::contains);
                Typo typo = new Typo(new Imei(new Imei(key).printed()), stray);
                typos.merge(item, typo, (first, next) -> first.stray() || !next.stray() ? first : next);
            }
        }));
        return typos;
    }

    private static List<String> neighbours(String key) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < key.length(); i++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                if (key.charAt(i) != digit) {
                    all.add(key.substring(0, i) + digit + key.substring(i + 1));
                }
            }
        }
        return all;
    }

    /** The import items it came in. */
    private Set<String> cameIn(String key) {
        Set<String> items = new HashSet<>();
        book.store()
                .scan(
                        Selection.all(Docs.IMPORTS).startingWith(key + "/"),
                        row -> items.add(ImportRow.JSON.read(row).item()));
        items.remove("");
        return items;
    }

    private Map<ExportItem, List<String>> shipments(Dossier dossier) {
        Map<ExportItem, List<String>> shipments = new HashMap<>();
        for (var export : dossier.exports()) {
            ExportItem item = Dossier.itemOf(export);
            book.get(Docs.ITEMS, item.text(), ItemDoc.JSON)
                    .filter(it -> !it.shipments().isEmpty())
                    .ifPresent(it -> shipments.put(item, it.shipments()));
        }
        return shipments;
    }
}
