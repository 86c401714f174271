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
import org.jspecify.annotations.Nullable;

/** R2b: one phone in more than one refund claim. */
record DoubleClaim() implements Rule {
    @Override
    public About about() {
        return new About(
                "R2b",
                2,
                "Double claim",
                "One IMEI stands in more than one refund claim, of whatever period and claimant. CRITICAL.",
                true,
                List.of(),
                List.of("Tax Code 214-VIII, arts 125-131; form 300.00"),
                List.of(
                        "REPLACED_CLAIM: an additional form that replaces the earlier counts as one with it",
                        "POSSIBLE_TYPO: in one it is written without check digit, one digit from a phone of another"
                                + " shipment that is unaccounted for: WARN"));
    }

    @Override
    public List<Finding> judge(Dossier dossier) {
        List<Told<DeviceExported>> exports = dossier.exports();
        List<Told<DeviceExported>> sound =
                exports.stream().filter(it -> !dossier.isStray(it)).toList();
        List<Finding> findings = of(dossier, sound, null);
        return findings.isEmpty() && sound.size() < exports.size()
                ? of(
                        dossier,
                        exports,
                        exports.stream()
                                .filter(dossier::isStray)
                                .map(dossier::typoOf)
                                .findFirst()
                                .orElseThrow())
                : findings;
    }

    private List<Finding> of(Dossier dossier, List<Told<DeviceExported>> exports, @Nullable Typo typo) {
        Map<String, ClaimOfItem> claims = new TreeMap<>();
        Set<ExportItem> items = new HashSet<>();
        for (Told<DeviceExported> export : exports) {
            ExportItem item = Dossier.itemOf(export);
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
                .considered("REPLACED_CLAIM", false, "None of the claims was filed in place of another.")
                .consideredTypo(typo);
        for (Told<DeviceExported> export : exports) {
            if (items.contains(Dossier.itemOf(export))) {
                draft.rests(export);
            }
        }
        claims.values().forEach(claim -> draft.rests(claim.ref(), claim.content(), claim.filedAt()));
        return List.of(draft.as(typo != null ? Severity.WARN : Severity.CRITICAL));
    }
}
