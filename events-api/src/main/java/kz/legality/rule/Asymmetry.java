package kz.legality.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kz.legality.device.DeviceEvent.DeviceExported;
import kz.legality.device.DeviceEvent.DeviceImported;
import kz.legality.finding.Finding;
import kz.legality.finding.Severity;

/** R5c: exported at a far higher value than it was imported at, which inflates the refund. */
record Asymmetry() implements Rule {
    @Override
    public About about() {
        return new About(
                "R5c",
                1,
                "Value asymmetry",
                "The export value of a phone exceeds the value of its latest import by more than the factor. HIGH.",
                true,
                List.of("findings.asymmetryRatio"),
                List.of("Rules of refund, MinFin order 649 of 30.10.2025"),
                List.of("FREIGHT_TERMS: delivery terms move a price by less than the factor"));
    }

    @Override
    public List<Finding> judge(Dossier dossier) {
        List<Finding> findings = new ArrayList<>();
        for (Told<DeviceExported> export : dossier.exports()) {
            Optional<Told<DeviceImported>> imported = dossier.own().all(DeviceImported.class).stream()
                    .filter(it -> !it.at().isAfter(export.fact().registeredAt().toInstant()))
                    .max(Comparator.comparing((Told<DeviceImported> it) -> it.at())
                            .thenComparing(Told::identity));
            if (imported.isPresent()) {
                long in = imported.get().fact().unitValue().amount();
                long out = export.fact().unitValue().amount();
                if (in > 0 && out > dossier.terms().inflatedAbove() * in) {
                    findings.add(new Drafting(about(), dossier.imei().key())
                            .anchor(export)
                            .rests(imported.get())
                            .exports(List.of(Dossier.itemOf(export)))
                            .measure("importTiyn", in)
                            .measure("exportTiyn", out)
                            .considered("FREIGHT_TERMS", false, "Delivery terms do not explain such a factor.")
                            .as(Severity.HIGH));
                }
            }
        }
        return findings;
    }
}
