package kz.legality.rule;

import kz.legality.device.DeviceEvent.PatternObserved;
import kz.legality.finding.Finding;
import kz.legality.finding.Severity;

/** What the rules about patterns of use share. */
final class PatternOfUse {
    private PatternOfUse() {}

    static Finding found(About rule, Dossier dossier, Told<PatternObserved> told, Severity severity) {
        PatternObserved seen = told.fact();
        return new Drafting(rule, dossier.imei().key())
                .anchor(told)
                .exports(dossier.exportItems())
                .measure("measuredThousandths", seen.measuredThousandths())
                .measure("limitThousandths", seen.limitThousandths())
                .measure("from", seen.from())
                .measure("to", seen.to())
                .considered(
                        "MEASURED",
                        false,
                        "The detector leaves out what it lists as honest: "
                                + seen.evidence().detector())
                .as(severity);
    }
}
