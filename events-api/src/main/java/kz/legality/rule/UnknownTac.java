package kz.legality.rule;

import java.util.List;
import java.util.Set;
import kz.legality.device.DeviceEvent.PatternObserved;
import kz.legality.device.DeviceEvent.PatternObserved.Kind;
import kz.legality.finding.Finding;
import kz.legality.finding.Severity;

/** R6e: no such model exists. */
record UnknownTac() implements Rule {
    private static final Set<Kind> KINDS = Set.of(Kind.TAC_NOT_FOUND);

    @Override
    public About about() {
        return new About(
                "R6e",
                3,
                "Unknown type allocation code",
                "The catalogue does not list the code although its reporting lag is over. HIGH.",
                false,
                List.of("observations.tacLagDays"),
                List.of("DIRBS core: gsma_not_found"),
                List.of(
                        "NEW_MODEL: the lag of the reporting body is waited for",
                        "LISTED_SINCE: a code that the catalogue has listed by now is known, however late",
                        "TEST_IMEI: codes that begin with 00 are of test equipment and listed nowhere: R6f says so"));
    }

    @Override
    public List<Finding> judge(Dossier dossier) {
        if (dossier.imei().tac().isTest() || dossier.around().model() != null) {
            return List.of();
        }
        return dossier.own().all(PatternObserved.class).stream()
                .filter(it -> KINDS.contains(it.fact().kind()))
                .map(it -> PatternOfUse.found(about(), dossier, it, Severity.HIGH))
                .toList();
    }
}
