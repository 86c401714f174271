package kz.legality.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kz.legality.device.DeviceEvent.DeviceExported;
import kz.legality.device.DeviceEvent.DeviceImported;
import kz.legality.device.DeviceEvent.Fact;
import kz.legality.finding.Finding;
import kz.legality.finding.Severity;
import kz.legality.identifier.Bin;
import org.jspecify.annotations.Nullable;

/** R3: the same phones go out and come in again, and out again. */
record Carousel() implements Rule {
    @Override
    public About about() {
        return new About(
                "R3",
                1,
                "Carousel",
                "Import, export, import, export of one IMEI: once HIGH, more often CRITICAL; or the phones of an"
                        + " export item come back as an import item that overlaps with it within the window: CRITICAL.",
                true,
                List.of(
                        "findings.carouselOverlap",
                        "findings.carouselWithin",
                        "findings.temporaryProcedures",
                        "findings.reimportProcedures"),
                List.of("Operation Sunrise, 2006", "Emblaze v HMRC, 2010: circularity of goods must be shown"),
                List.of(
                        "LAWFUL_RETURN: re-import (60) by the same consignor, as after repair or refusal",
                        "TEMPORARY: temporary import and export (53, 23)"));
    }

    private record Move(
            Instant at, Told<? extends Fact> told, @Nullable Told<DeviceExported> export) {}

    @Override
    public List<Finding> judge(Dossier dossier) {
        List<Told<DeviceExported>> exports = dossier.exports();
        if (exports.isEmpty()) {
            return List.of();
        }
        List<Told<DeviceImported>> imports = dossier.own().all(DeviceImported.class).stream()
                .filter(it -> counts(dossier, it, exports))
                .toList();
        List<Finding> findings = new ArrayList<>(cycle(dossier, exports, imports));
        findings.addAll(overlaps(dossier, exports, imports));
        return findings;
    }

    /** Not a temporary stay, and not goods that come back to whoever sent them. */
    private static boolean counts(Dossier dossier, Told<DeviceImported> imported, List<Told<DeviceExported>> exports) {
        if (dossier.terms().temporaryProcedures().contains(imported.fact().procedure())) {
            return false;
        }
        Bin importer = imported.fact().importer();
        return !(dossier.terms().reimportProcedures().contains(imported.fact().procedure())
                && exports.stream().anyMatch(it -> it.fact().exporter().equals(importer)));
    }

    private List<Finding> cycle(
            Dossier dossier, List<Told<DeviceExported>> exports, List<Told<DeviceImported>> imports) {
        List<Move> moves = new ArrayList<>();
        exports.forEach(it -> moves.add(new Move(it.fact().registeredAt().toInstant(), it, it)));
        imports.forEach(it -> moves.add(new Move(it.at(), it, null)));
        moves.sort(Comparator.comparing(Move::at).thenComparing(move -> move.export() != null));
        List<Move> walk = new ArrayList<>();
        for (Move move : moves) {
            boolean out = move.export() != null;
            boolean outBefore = walk.isEmpty() || walk.getLast().export() != null;
            if (out != outBefore) {
                walk.add(move);
            }
        }
        int rounds = walk.size() / 2 - 1;
        if (rounds < 1) {
            return List.of();
        }
        Drafting draft = drafted(dossier)
                .measure("rounds", rounds)
                .exports(walk.stream()
                        .map(Move::export)
                        .filter(it -> it != null)
                        .map(Dossier::itemOf)
                        .toList());
        walk.stream().limit(4).forEach(move -> draft.anchor(move.told()));
        walk.stream().skip(4).forEach(move -> draft.rests(move.told()));
        return List.of(draft.as(rounds == 1 ? Severity.HIGH : Severity.CRITICAL));
    }

    private List<Finding> overlaps(
            Dossier dossier, List<Told<DeviceExported>> exports, List<Told<DeviceImported>> imports) {
        List<Finding> findings = new ArrayList<>();
        for (Overlap overlap : dossier.around().overlaps()) {
            if (overlap.jaccard() >= dossier.terms().overlapMin()) {
                for (Told<DeviceExported> export : exports) {
                    for (Told<DeviceImported> imported : imports) {
                        if (Dossier.itemOf(export).equals(overlap.export())
                                && Dossier.itemOfImport(imported.fact()).equals(overlap.imported())
                                && follows(dossier, export, imported)) {
                            findings.add(drafted(dossier)
                                    .anchor(export)
                                    .anchor(imported)
                                    .exports(List.of(overlap.export()))
                                    .measure("overlapPerMille", Math.round(overlap.jaccard() * 1_000))
                                    .measure("sharedImeis", overlap.shared())
                                    .measure("importItem", overlap.imported())
                                    .as(Severity.CRITICAL));
                        }
                    }
                }
            }
        }
        return findings;
    }

    static boolean follows(Dossier dossier, Told<DeviceExported> export, Told<DeviceImported> imported) {
        Instant out = export.fact().registeredAt().toInstant();
        return imported.at().isAfter(out)
                && !imported.at().isAfter(out.plus(dossier.terms().overlapWindow()));
    }

    private Drafting drafted(Dossier dossier) {
        return new Drafting(about(), dossier.imei().key())
                .considered("LAWFUL_RETURN", false, "It did not come back to its consignor by re-import (60).")
                .considered("TEMPORARY", false, "None of the moves was temporary (53, 23).");
    }
}
