package kz.legality.rule;

import kz.legality.claim.ExportItem;

/**
 * Counts over the phones of one export item.
 *
 * @param exported phones in it
 * @param ghosts of them in use at home after they left, by use that weighs
 * @param withoutOrigin of them without any recorded origin
 */
public record ItemFigures(ExportItem item, int exported, int ghosts, int withoutOrigin) {
    public double withoutOriginShare() {
        return exported == 0 ? 0 : (double) withoutOrigin / exported;
    }
}
