package kz.legality.query.finding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import kz.legality.identifier.Imei;
import kz.legality.query.device.DevicesView;
import kz.legality.query.finding.Docs.ImportRow;
import kz.legality.query.finding.Docs.ItemDoc;
import kz.legality.query.store.Selection;
import kz.legality.rule.Dossier;
import org.jspecify.annotations.Nullable;

/** Looks for the phone a declaration may have meant: one digit away, of the same shipment, and unaccounted for. */
final class Typos {
    private final Book book;

    Typos(Book book) {
        this.book = book;
    }

    /** @param candidate takes each phone of the shipment one digit away: what happens to it may change the answer */
    @Nullable
    Imei of(Imei written, Dossier dossier, Consumer<String> candidate) {
        Set<String> shipments = shipments(dossier);
        if (shipments.isEmpty()) {
            return null;
        }
        List<String> together = neighbours(written.key()).stream()
                .filter(key -> cameWith(key, shipments))
                .toList();
        together.forEach(candidate);
        for (var known : book.store().getAll(DevicesView.NAME, together).entrySet()) {
            var device = DevicesView.of(known.getValue()).device();
            if (device.departures().isEmpty()
                    && device.bindings().isEmpty()
                    && device.sightings().isEmpty()) {
                return new Imei(new Imei(known.getKey()).printed());
            }
        }
        return null;
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

    private boolean cameWith(String key, Set<String> shipments) {
        boolean[] found = {false};
        book.store()
                .scan(
                        Selection.all(Docs.IMPORTS).startingWith(key + "/"),
                        row -> found[0] |=
                                shipments.contains(ImportRow.JSON.read(row).item()));
        return found[0];
    }

    private Set<String> shipments(Dossier dossier) {
        Set<String> shipments = new HashSet<>();
        for (var export : dossier.exports()) {
            book.get(Docs.ITEMS, Dossier.itemOf(export).text(), ItemDoc.JSON)
                    .ifPresent(item -> shipments.addAll(item.shipments()));
        }
        return shipments;
    }
}
