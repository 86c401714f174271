package kz.legality.query.claim;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kz.legality.device.DeviceEvent.DeviceExported;
import kz.legality.device.DeviceEvent.DeviceImported;
import kz.legality.query.finding.Docs.ExportedRow;
import kz.legality.query.finding.Docs.ItemDoc;
import kz.legality.rule.CaseFile;

/** Draws the ways of goods from what was recorded of them. */
public final class Goods {
    private static final String ABROAD = "ABROAD";
    private static final String CHANGED_HANDS = "CHANGED_HANDS";

    private final ClaimQueries claims;

    public Goods(ClaimQueries claims) {
        this.claims = claims;
    }

    private record Act(Instant at, boolean in, String company, String where) {}

    /** One device, from company to company. */
    public static Graph ofDevice(CaseFile file) {
        List<Act> acts = new ArrayList<>();
        file.all(DeviceImported.class)
                .forEach(it ->
                        acts.add(new Act(it.at(), true, it.fact().importer().value(), ABROAD)));
        file.all(DeviceExported.class)
                .forEach(it -> acts.add(new Act(
                        it.fact().registeredAt().toInstant(),
                        false,
                        it.fact().exporter().value(),
                        it.fact().destination())));
        acts.sort(Comparator.comparing(Act::at).thenComparing(act -> !act.in()));
        Graph.Moves moves = new Graph.Moves();
        String holder = ABROAD;
        for (Act act : acts) {
            moves.company(act.company());
            if (act.in()) {
                moves.abroad(holder.equals(ABROAD) ? act.where() : holder);
                moves.move(holder, act.company(), "IMPORTED");
                holder = act.company();
            } else {
                moves.abroad(act.where());
                if (!holder.equals(act.company())) {
                    moves.move(holder, act.company(), CHANGED_HANDS);
                }
                moves.move(act.company(), act.where(), "EXPORTED");
                holder = act.where();
            }
        }
        return moves.graph();
    }

    /** What one company exported: who had brought it in, where it went, and who brought it in again. */
    public Graph ofCompany(String bin) {
        Graph.Moves moves = new Graph.Moves();
        moves.company(bin);
        for (ItemDoc item : claims.itemsOf(bin)) {
            for (ExportedRow row : claims.rows(item.item())) {
                row.before().forEach(importer -> {
                    moves.company(importer);
                    if (!importer.equals(bin)) {
                        moves.move(importer, bin, CHANGED_HANDS);
                    }
                });
                moves.abroad(row.destination());
                moves.move(bin, row.destination(), "EXPORTED");
                row.laterImporters().forEach(importer -> {
                    moves.company(importer);
                    moves.move(row.destination(), importer, "IMPORTED");
                });
            }
        }
        return moves.graph();
    }
}
