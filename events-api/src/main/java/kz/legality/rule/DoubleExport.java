package kz.legality.rule;

import java.util.ArrayList;
import java.util.List;
import kz.legality.device.DeviceEvent.DeviceExported;
import kz.legality.finding.Finding;
import kz.legality.finding.Severity;

/** R2a: exported twice under one IMEI, and nothing says that it came back in between. */
record DoubleExport() implements Rule {
    @Override
    public About about() {
        return new About(
                "R2a",
                3,
                "Double export",
                "Two export declarations name one IMEI, and no lawful entry lies between them. CRITICAL.",
                true,
                List.of("customs.departing"),
                List.of("HMRC Nemesis, 2006", "Rules of refund, MinFin order 649 of 30.10.2025"),
                List.of(
                        "CORRECTED_DECLARATION: a corrected declaration counts once, a cancelled one not at all",
                        "SECOND_SLOT: the IMEIs of one phone in one declaration count once",
                        "RE_IMPORT: a lawful entry, or the way back from repair, between the two",
                        "POSSIBLE_TYPO: one is written without check digit, one digit from a phone of another shipment"
                                + " that is unaccounted for: WARN"));
    }

    @Override
    public List<Finding> judge(Dossier dossier) {
        List<Finding> findings = new ArrayList<>();
        List<Told<DeviceExported>> exports = dossier.exports();
        for (int i = 1; i < exports.size(); i++) {
            Told<DeviceExported> later = exports.get(i);
            Told<DeviceExported> earlier = before(dossier, exports.subList(0, i), later);
            boolean other = !earlier.fact().declaration().equals(later.fact().declaration());
            if (other
                    && dossier.entryBetween(
                                    earlier.fact().registeredAt().toInstant(),
                                    later.fact().registeredAt().toInstant())
                            == null) {
                Typo typo = dossier.isStray(later)
                        ? dossier.typoOf(later)
                        : dossier.isStray(earlier) ? dossier.typoOf(earlier) : null;
                findings.add(new Drafting(about(), dossier.imei().key())
                        .anchor(earlier)
                        .anchor(later)
                        .exports(List.of(Dossier.itemOf(earlier), Dossier.itemOf(later)))
                        .considered("CORRECTED_DECLARATION", false, "The two declarations have different numbers.")
                        .considered("SECOND_SLOT", false, "Both name this very IMEI.")
                        .considered("RE_IMPORT", false, "No lawful entry is recorded between the two.")
                        .consideredTypo(typo)
                        .as(typo != null ? Severity.WARN : Severity.CRITICAL));
            }
        }
        return findings;
    }

    /** The export before it; a slip of somebody's pen between two true ones hides neither. */
    private static Told<DeviceExported> before(
            Dossier dossier, List<Told<DeviceExported>> earlier, Told<DeviceExported> later) {
        return dossier.isStray(later)
                ? earlier.getLast()
                : earlier.reversed().stream()
                        .filter(it -> !dossier.isStray(it))
                        .findFirst()
                        .orElse(earlier.getLast());
    }
}
