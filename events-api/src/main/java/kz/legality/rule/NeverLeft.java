package kz.legality.rule;

import java.util.ArrayList;
import java.util.List;
import kz.legality.device.DeviceEvent.DeviceExported;
import kz.legality.finding.Finding;
import kz.legality.finding.Severity;

/** R1b: the same subscriber had the phone shortly before its export and after it. */
record NeverLeft() implements Rule {
    @Override
    public About about() {
        return new About(
                "R1b",
                3,
                "Device never left",
                "One subscriber, or one owner, is seen with the phone within the days before the export was declared,"
                        + " and again after the grace, with no lawful entry between. CRITICAL: no copy of the IMEI"
                        + " explains it.",
                true,
                List.of("findings.sameSubscriberBefore", "findings.exitGrace", "findings.transitMax"),
                List.of("Rules of refund, MinFin order 649 of 30.10.2025"),
                List.of(
                        "RE_IMPORT: a lawful entry, or the way back from repair, between the exit and the use",
                        "TRIED_BEFORE_EXPORT: use that ended before the export says nothing",
                        "POSSIBLE_TYPO: written without check digit, one digit from a phone of another shipment that is"
                                + " unaccounted for: WARN"));
    }

    @Override
    public List<Finding> judge(Dossier dossier) {
        List<Finding> findings = new ArrayList<>();
        for (Told<DeviceExported> export : dossier.exports()) {
            List<Use> before = dossier.sameUserBefore(export.fact());
            if (!before.isEmpty()) {
                Use first = before.getFirst();
                Use after = dossier.unexplainedAfter(export.fact()).stream()
                        .filter(first::isBySomeUserOf)
                        .findFirst()
                        .orElseThrow();
                findings.add(new Drafting(about(), dossier.imei().key())
                        .anchor(export)
                        .rests(first.told())
                        .rests(after.told())
                        .exports(List.of(Dossier.itemOf(export)))
                        .considered("RE_IMPORT", false, "No lawful entry is recorded between the exit and the use.")
                        .considered("TRIED_BEFORE_EXPORT", false, "The same subscriber used it after the export too.")
                        .consideredTypo(dossier.isStray(export) ? dossier.typoOf(export) : null)
                        .as(dossier.isStray(export) ? Severity.WARN : Severity.CRITICAL));
            }
        }
        return findings;
    }
}
