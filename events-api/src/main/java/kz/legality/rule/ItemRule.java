package kz.legality.rule;

import java.time.Instant;
import java.util.List;
import kz.legality.finding.FactRef;
import kz.legality.finding.Finding;

/** A rule about an export item as a whole. */
public interface ItemRule {
    About about();

    /**
     * @param ghosts the export facts of the phones that are back in use, in the order of their IMEIs
     */
    List<Finding> judge(ItemFigures figures, List<GhostOfItem> ghosts);

    /** A phone of the item that is in use at home. */
    record GhostOfItem(FactRef export, String imei, Instant at) {}
}
