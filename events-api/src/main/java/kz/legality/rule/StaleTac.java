package kz.legality.rule;

import java.util.List;
import kz.legality.device.DeviceEvent.PatternObserved;
import kz.legality.device.DeviceEvent.PatternObserved.Kind;
import kz.legality.finding.Finding;
import kz.legality.finding.Severity;

/** R6d: a code allocated long before its first use. */
record StaleTac() implements Rule {
    @Override
    public About about() {
        return new About(
                "R6d",
                1,
                "Stale type allocation code",
                "First seen at home more than the limit after its code was allocated: WARN; CRITICAL where it also"
                        + " uses a radio access that no phone of its model has.",
                false,
                List.of("observations.staleTacAge"),
                List.of("GSMA TS.06", "News of February 2025: codes outlive devices"),
                List.of("GENUINE_OLD_PHONE: without a radio conflict it may be one: WARN"));
    }

    @Override
    public List<Finding> judge(Dossier dossier) {
        List<Told<PatternObserved>> patterns = dossier.own().all(PatternObserved.class);
        List<Told<PatternObserved>> conflicts = patterns.stream()
                .filter(it -> it.fact().kind() == Kind.RAT_NOT_SUPPORTED)
                .toList();
        return patterns.stream()
                .filter(it -> it.fact().kind() == Kind.STALE_TAC)
                .map(it -> {
                    Drafting draft = new Drafting(about(), dossier.imei().key())
                            .anchor(it)
                            .exports(dossier.exportItems())
                            .measure("yearsThousandths", it.fact().measuredThousandths())
                            .considered(
                                    "GENUINE_OLD_PHONE",
                                    conflicts.isEmpty(),
                                    conflicts.isEmpty()
                                            ? "Nothing it does is beyond a phone of that age."
                                            : "It uses a radio access that its model lacks.");
                    conflicts.forEach(draft::rests);
                    return draft.as(conflicts.isEmpty() ? Severity.WARN : Severity.CRITICAL);
                })
                .toList();
    }
}
