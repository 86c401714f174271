package kz.legality.rule;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import kz.legality.claim.ExportItem;
import org.jspecify.annotations.Nullable;

/**
 * What a device's own stream does not hold and a rule asks for.
 *
 * @param claims by the export item they rest on
 * @param items counts over each export item the device stands in
 * @param model of its type allocation code; null where the catalogue does not list it
 * @param prices what its imports' values are compared with, by the import's sequence
 * @param overlaps between its exports and its later imports
 * @param typos by the export item, where another phone than this may have been meant
 * @param ofThePerson the case files of everything the person who declared it brought, itself included
 * @param today when it is judged
 */
public record Surroundings(
        Map<ExportItem, List<ClaimOfItem>> claims,
        Map<ExportItem, ItemFigures> items,
        @Nullable Model model,
        Map<Long, PriceFigures> prices,
        List<Overlap> overlaps,
        Map<ExportItem, Typo> typos,
        List<CaseFile> ofThePerson,
        Instant today) {
    /** Nothing is known but the device's own stream. */
    public static Surroundings none(Instant today) {
        return new Surroundings(Map.of(), Map.of(), null, Map.of(), List.of(), Map.of(), List.of(), today);
    }
}
