package kz.legality.query.finding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kz.legality.claim.ExportItem;
import kz.legality.identifier.Imei;
import kz.legality.query.device.DevicesView;
import kz.legality.query.finding.Docs.ExportedRow;
import kz.legality.query.finding.Docs.ImportRow;
import kz.legality.query.store.ReadStore;
import kz.legality.query.store.Selection;
import kz.legality.rule.Dossier;
import org.jspecify.annotations.Nullable;

/** Looks for the phone a declaration may have meant: one digit away, of the same shipment, and unaccounted for. */
final class Typos {
    private final ReadStore store;

    Typos(ReadStore store) {
        this.store = store;
    }

    @Nullable
    Imei of(Imei written, Dossier dossier) {
        List<String> neighbours = neighbours(written.key());
        Set<String> shipments = shipments(dossier);
        for (var known : store.getAll(DevicesView.NAME, neighbours).entrySet()) {
            var device = DevicesView.of(known.getValue()).device();
            if (device.departures().isEmpty()
                    && device.bindings().isEmpty()
                    && device.sightings().isEmpty()
                    && cameWith(known.getKey(), shipments)) {
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
        store.scan(
                Selection.all(Docs.IMPORTS).startingWith(key + "/"),
                row -> found[0] |= shipments.contains(ImportRow.JSON.read(row).item()));
        return found[0];
    }

    /** The import items that the first phones of its export items had come in. */
    private Set<String> shipments(Dossier dossier) {
        Set<String> shipments = new HashSet<>();
        for (var export : dossier.exports()) {
            ExportItem item = Dossier.itemOf(export);
            store.page(Selection.all(Docs.EXPORTED).startingWith(item.text() + "/"), null, 50).documents().stream()
                    .map(ExportedRow.JSON::read)
                    .forEach(row -> store.page(
                                    Selection.all(Docs.IMPORTS)
                                            .startingWith(row.imei().substring(0, 14) + "/"),
                                    null,
                                    4)
                            .documents()
                            .forEach(it -> shipments.add(ImportRow.JSON.read(it).item())));
        }
        return shipments;
    }
}
