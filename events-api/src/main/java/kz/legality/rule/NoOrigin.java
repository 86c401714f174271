package kz.legality.rule;

import java.util.ArrayList;
import java.util.List;
import kz.legality.claim.ExportItem;
import kz.legality.device.DeviceEvent.DeviceExported;
import kz.legality.finding.Finding;
import kz.legality.finding.Severity;

/** R4: exported, and nothing says how it had come. */
record NoOrigin() implements Rule {
    @Override
    public About about() {
        return new About(
                "R4",
                2,
                "No origin",
                "No import, local manufacture or use before the rules is recorded before the export, under any IMEI of"
                        + " the device. HIGH; CRITICAL where the share of such phones in the item reaches the limit.",
                true,
                List.of("findings.noOriginShare", "grandfather.before"),
                List.of("Rules of refund, MinFin order 649 of 30.10.2025: the chain of suppliers"),
                List.of(
                        "OLD_STOCK: exported before imports were recorded by IMEI",
                        "MADE_HERE: local manufacture",
                        "GRANDFATHERED: in use before the rules",
                        "TRANSIT: an entry in transit (80) is an entry",
                        "SECOND_SLOT: an entry under another IMEI of the device is an entry",
                        "POSSIBLE_TYPO: one digit from a phone of the same shipment that is unaccounted for: WARN"));
    }

    @Override
    public List<Finding> judge(Dossier dossier) {
        List<Finding> findings = new ArrayList<>();
        for (Told<DeviceExported> export : dossier.exports()) {
            if (dossier.hasNoOrigin(export)) {
                ExportItem item = Dossier.itemOf(export);
                ItemFigures figures = dossier.around().items().get(item);
                Typo typo = dossier.around().typos().get(item);
                boolean grave = figures != null
                        && figures.withoutOriginShare() >= dossier.terms().noOriginShareMin();
                findings.add(new Drafting(about(), dossier.imei().key())
                        .anchor(export)
                        .exports(List.of(item))
                        .considered("OLD_STOCK", false, "Imports were recorded by IMEI when it was exported.")
                        .considered("MADE_HERE", false, "No local manufacture is recorded.")
                        .considered("GRANDFATHERED", false, "No use before the rules is recorded.")
                        .considered("TRANSIT", false, "No entry in transit is recorded.")
                        .considered("SECOND_SLOT", false, "No entry is recorded under another IMEI of the device.")
                        .consideredTypo(typo)
                        .as(typo != null ? Severity.WARN : grave ? Severity.CRITICAL : Severity.HIGH));
            }
        }
        return findings;
    }
}
