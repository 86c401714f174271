package kz.legality.rule;

import java.util.List;
import java.util.Set;
import kz.legality.device.DeviceEvent.PatternObserved;
import kz.legality.device.DeviceEvent.PatternObserved.Kind;
import kz.legality.finding.Finding;
import kz.legality.finding.Severity;

/** R6f: an IMEI that no phone for sale has, or that nobody took the trouble to invent. */
record TestImei() implements Rule {
    private static final Set<Kind> KINDS = Set.of(Kind.TEST_IMEI);

    @Override
    public About about() {
        return new About(
                "R6f",
                1,
                "Test or invented IMEI",
                "A test IMEI, or one whose serial number is six times one digit, is used on a public network. HIGH."
                        + " What has no 14 digits is no IMEI and has no device: declarations with it are refused, and the"
                        + " archive of observations shows it.",
                false,
                List.of(),
                List.of("3GPP TS 23.003; GSMA TS.06: reporting body 00"),
                List.of("CHANCE: ten in a million honest phones have a serial number of one digit; a person decides"));
    }

    @Override
    public List<Finding> judge(Dossier dossier) {
        return dossier.own().all(PatternObserved.class).stream()
                .filter(it -> KINDS.contains(it.fact().kind()))
                .map(it -> PatternOfUse.found(about(), dossier, it, Severity.HIGH))
                .toList();
    }
}
