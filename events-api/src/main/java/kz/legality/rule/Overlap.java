package kz.legality.rule;

import kz.legality.claim.ExportItem;

/**
 * How alike an export item and an import item are.
 *
 * @param exportedImeis IMEIs in the export item
 * @param importedImeis IMEIs in the import item
 * @param shared IMEIs in both
 */
public record Overlap(ExportItem export, ExportItem imported, int exportedImeis, int importedImeis, int shared) {
    public double jaccard() {
        int union = exportedImeis + importedImeis - shared;
        return union == 0 ? 0 : (double) shared / union;
    }
}
