package kz.legality.rule;

import java.util.ArrayList;
import java.util.List;
import kz.legality.device.DeviceEvent.DeviceExported;
import kz.legality.finding.Finding;
import kz.legality.finding.Severity;

/** R1: in use at home after it was said to have left, and nothing says that it came back. */
record GhostExport() implements Rule {
    private static final int USES_NAMED_MAX = 5;

    @Override
    public About about() {
        return new About(
                "R1",
                3,
                "Ghost export",
                "An exported phone is in use at home later than the grace after its exit (or, where no exit is"
                        + " recorded, the longest transit after its declaration), and no lawful entry lies between. Home"
                        + " subscriber on enough days: CRITICAL; fewer days, or a registration alone: HIGH; foreign"
                        + " subscriber only: INFO.",
                true,
                List.of("findings.exitGrace", "findings.clockSkew", "findings.transitMax", "findings.daysSeenCritical"),
                List.of("Rules of refund, MinFin order 649 of 30.10.2025", "HMRC Nemesis, 2006"),
                List.of(
                        "RE_IMPORT: a lawful entry, by importer or traveller, between the exit and the use",
                        "WARRANTY_RETURN: back from repair between the exit and the use, by a document that names it",
                        "CLOCK_SKEW: a network tells the day, and its clock may err",
                        "AMBIGUOUS_CLONE: several phones carry the IMEI, and no subscriber had it before and after:"
                                + " WARN",
                        "ROAMING_VISITOR: foreign subscribers only: INFO",
                        "POSSIBLE_TYPO: written without check digit, one digit from a phone of the shipment: WARN",
                        "LATE_EXIT: the exit is not recorded, the longest transit was waited for"));
    }

    @Override
    public List<Finding> judge(Dossier dossier) {
        List<Finding> findings = new ArrayList<>();
        for (Told<DeviceExported> export : dossier.exports()) {
            List<Use> uses = dossier.unexplainedAfter(export.fact());
            if (!uses.isEmpty()) {
                findings.add(of(dossier, export, uses));
            }
        }
        return findings;
    }

    private Finding of(Dossier dossier, Told<DeviceExported> export, List<Use> uses) {
        List<Use> home = uses.stream().filter(Use::home).toList();
        List<Use> named = home.isEmpty() ? uses : home;
        int days = Use.daysOf(home);
        List<Use> before = dossier.sameUserBefore(export.fact());
        boolean ambiguous = dossier.cloned() && before.isEmpty();
        Typo typo = dossier.typoOf(export);
        Drafting draft = new Drafting(about(), dossier.imei().key())
                .anchor(export)
                .exports(List.of(Dossier.itemOf(export)))
                .measure("daysSeen", days)
                .measure("leftBy", dossier.goneSince(export.fact()))
                .considered("RE_IMPORT", false, "No lawful entry is recorded between the exit and the use.")
                .considered(
                        "WARRANTY_RETURN", false, "No way back from repair is recorded between the exit and the use.")
                .considered("CLOCK_SKEW", false, "The use is later than a network's clock can err.")
                .considered(
                        "LATE_EXIT",
                        export.fact().exitedAt() == null,
                        export.fact().exitedAt() == null
                                ? "No exit is recorded; the longest transit was waited for."
                                : "The exit is recorded.")
                .considered(
                        "ROAMING_VISITOR",
                        home.isEmpty(),
                        home.isEmpty() ? "Only foreign subscribers used it." : "Home subscribers used it.")
                .considered(
                        "AMBIGUOUS_CLONE",
                        ambiguous,
                        ambiguous
                                ? "Several phones carry this IMEI; the one in use may be another."
                                : "No copy explains it.")
                .consideredTypo(typo);
        named.stream().limit(USES_NAMED_MAX).forEach(use -> draft.rests(use.told()));
        if (dossier.cloned()) {
            // Which of the phones it is hangs on who had it before, and where nobody had, on there being several.
            dossier.signsOfClones().forEach(draft::rests);
            before.stream().limit(1).forEach(use -> draft.rests(use.told()));
        }
        return draft.as(severity(dossier, home, days, ambiguous || typo != null));
    }

    private static Severity severity(Dossier dossier, List<Use> home, int days, boolean doubtful) {
        if (home.isEmpty()) {
            return Severity.INFO;
        }
        if (doubtful) {
            return Severity.WARN;
        }
        return days >= dossier.terms().sustainedDays() ? Severity.CRITICAL : Severity.HIGH;
    }
}
