package kz.legality.rule;

import java.util.List;
import java.util.Set;
import kz.legality.device.DeviceEvent.PatternObserved;
import kz.legality.device.DeviceEvent.PatternObserved.Kind;
import kz.legality.finding.Finding;
import kz.legality.finding.Severity;

/** R6f: an IMEI that no phone for sale has. */
record TestImei() implements Rule {
    private static final Set<Kind> KINDS = Set.of(Kind.TEST_IMEI);

    @Override
    public About about() {
        return new About(
                "R6f",
                1,
                "Test IMEI in public use",
                "A test or malformed IMEI is used on a public network. HIGH.",
                false,
                List.of("observation.limits"),
                List.of("3GPP TS 23.003; GSMA TS.06: reporting body 00"),
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
