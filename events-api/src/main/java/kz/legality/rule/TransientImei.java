package kz.legality.rule;

import java.util.List;
import java.util.Set;
import kz.legality.device.DeviceEvent.PatternObserved;
import kz.legality.device.DeviceEvent.PatternObserved.Kind;
import kz.legality.finding.Finding;
import kz.legality.finding.Severity;

/** R6c: a SIM box stands behind the IMEI. */
record TransientImei() implements Rule {
    private static final Set<Kind> KINDS = Set.of(Kind.SIM_BOX);

    @Override
    public About about() {
        return new About(
                "R6c",
                1,
                "SIM box",
                "Numbers in arithmetic progression change behind one IMEI. HIGH.",
                false,
                List.of("observations.transientImei"),
                List.of("DIRBS core: transient_imei", "order of 28.10.2025 on SIM boxes"),
                List.of());
    }

    @Override
    public List<Finding> judge(Dossier dossier) {
        return dossier.own().all(PatternObserved.class).stream()
                .filter(it -> KINDS.contains(it.fact().kind()))
                .map(it -> PatternOfUse.found(about(), dossier, it, Severity.HIGH))
                .toList();
    }
}
