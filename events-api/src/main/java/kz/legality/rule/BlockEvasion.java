package kz.legality.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kz.legality.device.DeviceEvent.DeviceBlocked;
import kz.legality.device.DeviceEvent.SeenOnNetwork;
import kz.legality.finding.Finding;
import kz.legality.finding.Severity;

/** R8: served although it is blocked. */
record BlockEvasion() implements Rule {
    @Override
    public About about() {
        return new About(
                "R8",
                1,
                "Block evasion",
                "A blocked phone is served at home later than the operators' grace after the block. MEDIUM, to the"
                        + " operator.",
                false,
                List.of("observations.blockGrace"),
                List.of("Order 226 of 23.05.2018", "DIRBS core: blacklist violations report"),
                List.of("LIFTED: use after the block was lifted", "EMERGENCY_CALLS: are no use by a subscriber"));
    }

    @Override
    public List<Finding> judge(Dossier dossier) {
        List<Finding> findings = new ArrayList<>();
        for (Told<DeviceBlocked> block : dossier.own().all(DeviceBlocked.class)) {
            Instant from = block.at().plus(dossier.terms().blockGrace());
            Instant lifted = dossier.own().lifted().getOrDefault(block.sequence(), Instant.MAX);
            for (Told<SeenOnNetwork> seen : dossier.own().all(SeenOnNetwork.class)) {
                Instant last =
                        seen.fact().lastSeen().atStartOfDay(dossier.zone()).toInstant();
                Instant first =
                        seen.fact().firstSeen().atStartOfDay(dossier.zone()).toInstant();
                if (seen.fact().homeSubscriber() && last.isAfter(from) && first.isBefore(lifted)) {
                    findings.add(new Drafting(about(), dossier.imei().key())
                            .anchor(block)
                            .anchor(seen)
                            .measure("operator", seen.fact().operator())
                            .considered("LIFTED", false, "The block stood when it was served.")
                            .considered("EMERGENCY_CALLS", false, "A home subscriber used it.")
                            .as(Severity.MEDIUM));
                }
            }
        }
        return findings;
    }
}
