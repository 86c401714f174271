package kz.legality.rule;

import java.util.ArrayList;
import java.util.List;
import kz.legality.device.DeviceEvent.CloneDetected;
import kz.legality.device.DeviceEvent.PatternObserved;
import kz.legality.finding.Finding;
import kz.legality.finding.Severity;

/** R6b: more subscribers use the IMEI than one phone has. */
record CloneCount() implements Rule {
    @Override
    public About about() {
        return new About(
                "R6b",
                1,
                "Too many subscribers",
                "Distinct subscribers of one IMEI within the window, or their daily average, reach the alarm: HIGH;"
                        + " fewer, but more than one phone has: WARN.",
                false,
                List.of("cloneSubscribers"),
                List.of("News of February 2025: 5-6 phones per code", "DIRBS core: duplicate_daily_avg"),
                List.of("REPAIR_SHOP: short sessions of testers are left out by the detector"));
    }

    @Override
    public List<Finding> judge(Dossier dossier) {
        List<Finding> findings = new ArrayList<>();
        for (Told<CloneDetected> clone : dossier.own().all(CloneDetected.class)) {
            findings.add(new Drafting(about(), dossier.imei().key())
                    .anchor(clone)
                    .exports(dossier.exportItems())
                    .measure("subscribers", clone.fact().subscribers())
                    .considered("REPAIR_SHOP", false, "Short sessions are left out by the detector.")
                    .as(
                            clone.fact().subscribers() >= dossier.terms().cloneSubscribers()
                                    ? Severity.HIGH
                                    : Severity.WARN));
        }
        for (Told<PatternObserved> seen : dossier.own().all(PatternObserved.class)) {
            switch (seen.fact().kind()) {
                case SUBSCRIBERS_A_DAY, PERSONS_A_DAY ->
                    findings.add(PatternOfUse.found(about(), dossier, seen, Severity.HIGH));
                case SIMULTANEOUS, SIM_BOX, STALE_TAC, TAC_NOT_FOUND, TEST_IMEI, RAT_NOT_SUPPORTED -> {}
            }
        }
        return findings;
    }
}
