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
                2,
                "Too many subscribers",
                "Distinct subscribers of one IMEI within the window, or their daily average, reach the alarm: HIGH;"
                        + " fewer, but more than one phone has: WARN.",
                false,
                List.of("observations.cloneCount"),
                List.of("News of February 2025: 5-6 phones per code", "DIRBS core: duplicate_daily_avg"),
                List.of(
                        "REPAIR_SHOP: files of operators tell days and no sessions, so a tester of SIMs looks like a"
                                + " clone; a person decides",
                        "RESALE: owners one after the other stay below the alarm"));
    }

    @Override
    public List<Finding> judge(Dossier dossier) {
        List<Finding> findings = new ArrayList<>();
        // One finding however many windows say so, and in whatever order their files came.
        List<Told<CloneDetected>> clones = dossier.own().all(CloneDetected.class);
        if (!clones.isEmpty()) {
            int most = clones.stream()
                    .mapToInt(it -> it.fact().subscribers())
                    .max()
                    .orElseThrow();
            Drafting draft = new Drafting(about(), dossier.imei().key())
                    .exports(dossier.exportItems())
                    .measure("subscribers", most)
                    .considered("REPAIR_SHOP", false, "Networks tell days and no sessions; a person decides.")
                    .considered("RESALE", false, "More subscribers within the window than one phone is sold on to.");
            clones.forEach(draft::rests);
            findings.add(draft.as(most >= dossier.terms().cloneSubscribers() ? Severity.HIGH : Severity.WARN));
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
