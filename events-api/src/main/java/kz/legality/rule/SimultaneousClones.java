package kz.legality.rule;

import java.util.List;
import java.util.Set;
import kz.legality.device.DeviceEvent.PatternObserved;
import kz.legality.device.DeviceEvent.PatternObserved.Kind;
import kz.legality.finding.Finding;
import kz.legality.finding.Severity;

/** R6a: the IMEI is in use in two places at once. */
record SimultaneousClones() implements Rule {
    private static final Set<Kind> KINDS = Set.of(Kind.SIMULTANEOUS);

    @Override
    public About about() {
        return new About(
                "R6a",
                1,
                "Clones in use at once",
                "Two subscribers use one IMEI at the same time. HIGH.",
                false,
                List.of("observations.simultaneousDays", "observations.cloneCount"),
                List.of("GSMA TS.06", "DIRBS core: duplicate"),
                List.of("TWO_SIM_ONE_IMEI: overlaps on few days are left out by the detector"));
    }

    @Override
    public List<Finding> judge(Dossier dossier) {
        return dossier.own().all(PatternObserved.class).stream()
                .filter(it -> KINDS.contains(it.fact().kind()))
                .map(it -> PatternOfUse.found(about(), dossier, it, Severity.HIGH))
                .toList();
    }
}
