package kz.legality.door.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import kz.legality.door.access.Caller;
import kz.legality.door.claim.Named;
import kz.legality.door.problem.Asked;
import kz.legality.finding.Severity;
import kz.legality.identifier.Bin;
import kz.legality.launch.OpenLedger;
import kz.legality.query.claim.ClaimAnswer;
import kz.legality.query.claim.ClaimQueries;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /audit}: where an auditor begins. Refund claims, those with most VAT at risk first. */
@Controller
class CasesPage {
    private static final int PAGE_CLAIMS = 50;
    private static final int PAGE_EXPORT_CLAIMS = 500;
    private static final List<String> HEADER = List.of(
            "claim",
            "claimant_bin",
            "period",
            "vat_claimed_kzt",
            "vat_at_risk_kzt",
            "devices",
            "severity",
            "findings",
            "replaced_by");

    private final OpenLedger ledger;

    CasesPage(OpenLedger ledger) {
        this.ledger = ledger;
    }

    /** What the form asks for, as it was typed. */
    public record Filter(String rule, String severity, String claimant, String period) {
        ClaimQueries.Asked asked(Caller caller) {
            return new ClaimQueries.Asked(
                    orNull(rule),
                    Named.of("severity", severity, Severity.class),
                    caller.taxpayer()
                            .orElseGet(() -> claimant.isBlank()
                                    ? null
                                    : Asked.as("claimant", () -> new Bin(claimant.strip()))
                                            .value()),
                    orNull(period));
        }

        private static @Nullable String orNull(String text) {
            return text.isBlank() ? null : text.strip();
        }
    }

    @GetMapping("/audit")
    String show(
            @RequestParam(defaultValue = "") String rule,
            @RequestParam(defaultValue = "") String severity,
            @RequestParam(defaultValue = "") String claimant,
            @RequestParam(defaultValue = "") String period,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller,
            Model page) {
        Filter filter = new Filter(rule, severity, claimant, period);
        ClaimQueries.Ranked ranked = ledger.queries().claims().ranked(filter.asked(caller), cursor, PAGE_CLAIMS);
        page.addAttribute("filter", filter);
        page.addAttribute("severities", Severity.values());
        page.addAttribute("overview", ledger.queries().claims().overview(filter.asked(caller)));
        page.addAttribute("claims", ranked.claims());
        page.addAttribute("next", ranked.next());
        page.addAttribute("further", cursor != null);
        return "audit/cases";
    }

    /** The claims of the same filter as a file. */
    @GetMapping("/audit/export/claims")
    void export(
            @RequestParam(defaultValue = "") String rule,
            @RequestParam(defaultValue = "") String severity,
            @RequestParam(defaultValue = "") String claimant,
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "csv") String format,
            Caller caller,
            HttpServletResponse response)
            throws IOException {
        ClaimQueries.Asked asked = new Filter(rule, severity, claimant, period).asked(caller);
        TableFile table = TableFile.open(format, "refund-claims", HEADER, response);
        try (table) {
            String cursor = null;
            do {
                ClaimQueries.Ranked ranked = ledger.queries().claims().ranked(asked, cursor, PAGE_EXPORT_CLAIMS);
                for (ClaimAnswer claim : ranked.claims()) {
                    table.row(row(claim));
                }
                cursor = ranked.next();
            } while (cursor != null);
        }
    }

    private static List<Object> row(ClaimAnswer claim) {
        return List.of(
                claim.claim(),
                claim.claimant(),
                claim.period(),
                TableFile.money(claim.vatClaimed()),
                TableFile.money(claim.vatAtRisk()),
                claim.devices(),
                claim.severity() == null ? "" : claim.severity().name(),
                Shown.joined(claim.byFinding().entrySet().stream()
                        .map(it -> it.getKey() + "=" + it.getValue())
                        .toList()),
                claim.replacedBy() == null ? "" : claim.replacedBy());
    }
}
