package kz.legality.door.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import kz.legality.door.access.Caller;
import kz.legality.door.claim.AuditScope;
import kz.legality.door.claim.Named;
import kz.legality.launch.OpenLedger;
import kz.legality.query.claim.ClaimDevice;
import kz.legality.query.claim.ClaimDevice.DeviceFinding;
import kz.legality.query.claim.Verdict;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * One refund claim: its figures, the export items it rests on, and its phones with what was found of each. The number
 * stands in the query, since the tax authority's numbers may hold strokes.
 */
@Controller
class ClaimPage {
    private static final int PAGE_DEVICES = 100;
    private static final List<String> HEADER =
            List.of("claim", "imei", "declaration_item", "verdict", "vat_at_risk_kzt", "findings", "facts");

    private final OpenLedger ledger;
    private final AuditScope scope;

    ClaimPage(OpenLedger ledger, AuditScope scope) {
        this.ledger = ledger;
        this.scope = scope;
    }

    @GetMapping("/audit/claim")
    String show(
            @RequestParam String number,
            @RequestParam(defaultValue = "") String rule,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "0") int from,
            Caller caller,
            Model page) {
        page.addAttribute("claim", scope.claim(number, caller));
        page.addAttribute("items", ledger.queries().claims().items(number));
        List<ClaimDevice> all = ledger.queries().claims().devices(number);
        List<ClaimDevice> asked = asked(all, rule, Named.of("verdict", verdict, Verdict.class));
        int begin = Math.clamp(from, 0, asked.size());
        int end = Math.min(asked.size(), begin + PAGE_DEVICES);
        page.addAttribute("devices", asked.subList(begin, end));
        page.addAttribute("stretch", new Stretch(begin, end, asked.size(), PAGE_DEVICES));
        page.addAttribute("rule", rule);
        page.addAttribute("verdict", verdict);
        page.addAttribute("verdicts", Verdict.values());
        return "audit/claim";
    }

    /** Its phones as a file. */
    @GetMapping("/audit/export/claim")
    void export(
            @RequestParam String number,
            @RequestParam(defaultValue = "") String rule,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "csv") String format,
            Caller caller,
            HttpServletResponse response)
            throws IOException {
        scope.claim(number, caller);
        List<ClaimDevice> devices =
                asked(ledger.queries().claims().devices(number), rule, Named.of("verdict", verdict, Verdict.class));
        TableFile table = TableFile.open(format, "claim-devices", HEADER, response);
        try (table) {
            for (ClaimDevice device : devices) {
                table.row(List.of(
                        number,
                        device.imei(),
                        device.item(),
                        device.verdict().name(),
                        TableFile.money(device.vatAtRisk()),
                        Shown.joined(device.findings().stream()
                                .map(it -> it.rule() + "/" + it.severity() + "/" + it.state())
                                .toList()),
                        Shown.joined(device.findings().stream()
                                .flatMap(it -> it.facts().stream())
                                .distinct()
                                .sorted()
                                .toList())));
            }
        }
    }

    private static List<ClaimDevice> asked(List<ClaimDevice> all, String rule, @Nullable Verdict verdict) {
        return all.stream()
                .filter(it -> verdict == null || it.verdict() == verdict)
                .filter(it ->
                        rule.isBlank() || it.findings().stream().anyMatch(finding -> speaks(finding, rule.strip())))
                .toList();
    }

    private static boolean speaks(DeviceFinding finding, String rule) {
        return finding.rule().equals(rule) && finding.state().counts();
    }
}
