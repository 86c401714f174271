package kz.legality.rule;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kz.legality.claim.ExportItem;
import kz.legality.device.DeviceEvent.DeviceExported;
import kz.legality.finding.Finding;
import kz.legality.finding.Severity;

/** R2b: one phone in more than one refund claim. */
record DoubleClaim() implements Rule {
    @Override
    public About about() {
        return new About(
                "R2b",
                1,
                "Double claim",
                "One IMEI stands in more than one refund claim, of whatever period and claimant. CRITICAL.",
                true,
                List.of(),
                List.of("Tax Code 214-VIII, arts 125-131; form 300.00"),
                List.of("REPLACED_CLAIM: an additional form that replaces the earlier counts as one with it"));
    }

    @Override
    public List<Finding> judge(Dossier dossier) {
        Map<String, ClaimOfItem> claims = new TreeMap<>();
        Set<ExportItem> items = new HashSet<>();
        for (ExportItem item : dossier.exportItems()) {
            for (ClaimOfItem claim : dossier.claimsOf(item)) {
                if (claim.replacedBy() == null) {
                    claims.putIfAbsent(claim.claim().value(), claim);
                    items.add(item);
                }
            }
        }
        if (claims.size() < 2) {
            return List.of();
        }
        Drafting draft = new Drafting(about(), dossier.imei().key())
                .exports(items)
                .measure("claims", String.join(", ", claims.keySet()))
                .considered("REPLACED_CLAIM", false, "None of the claims was filed in place of another.");
        for (Told<DeviceExported> export : dossier.exports()) {
            if (items.contains(Dossier.itemOf(export))) {
                draft.rests(export);
            }
        }
        claims.values().forEach(claim -> draft.rests(claim.ref(), claim.content(), claim.filedAt()));
        return List.of(draft.as(Severity.CRITICAL));
    }
}
