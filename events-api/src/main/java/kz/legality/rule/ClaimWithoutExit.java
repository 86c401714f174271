package kz.legality.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kz.legality.device.DeviceEvent.DeviceExported;
import kz.legality.finding.Finding;
import kz.legality.finding.Severity;

/** R2c: VAT is asked back for goods that no border saw leave. */
public record ClaimWithoutExit() implements Rule {
    @Override
    public About about() {
        return new About(
                "R2c",
                1,
                "Claim without exit",
                "The claim's period is closed, and so long after it no exit is recorded. HIGH.",
                true,
                List.of("findings.exitMissing", "findings.unionMembers"),
                List.of("Rules of refund, MinFin order 649 of 30.10.2025: the border office's stamp"),
                List.of("UNION_DISPATCH: goods to a member of the union have no border exit; form 328.00 is awaited"));
    }

    @Override
    public List<Finding> judge(Dossier dossier) {
        List<Finding> findings = new ArrayList<>();
        for (Told<DeviceExported> export : dossier.exports()) {
            boolean union =
                    dossier.terms().unionDestinations().contains(export.fact().destination());
            if (export.fact().exitedAt() == null && !union) {
                dossier.claimsOf(Dossier.itemOf(export)).stream()
                        .filter(claim -> claim.replacedBy() == null)
                        .min(Comparator.comparing(claim -> claim.claim().value()))
                        .filter(claim -> due(dossier.terms(), dossier.zone(), export.fact(), claim)
                                .isBefore(dossier.around().today()))
                        .ifPresent(claim -> findings.add(of(dossier, export, claim)));
            }
        }
        return findings;
    }

    /** From when on the exit is missing. */
    public static Instant due(RuleTerms terms, ZoneId zone, DeviceExported export, ClaimOfItem claim) {
        LocalDate declared = export.registeredAt().atZoneSameInstant(zone).toLocalDate();
        LocalDate from = declared.isAfter(claim.periodEnd()) ? declared : claim.periodEnd();
        return from.plusDays(1).atStartOfDay(zone).toInstant().plus(terms.exitWait());
    }

    private Finding of(Dossier dossier, Told<DeviceExported> export, ClaimOfItem claim) {
        return new Drafting(about(), dossier.imei().key())
                .anchor(export)
                .rests(claim.ref(), claim.content(), claim.filedAt())
                .exports(List.of(Dossier.itemOf(export)))
                .measure("exitDueBy", due(dossier.terms(), dossier.zone(), export.fact(), claim))
                .considered("UNION_DISPATCH", false, "The destination is not a member of the union.")
                .as(Severity.HIGH);
    }
}
