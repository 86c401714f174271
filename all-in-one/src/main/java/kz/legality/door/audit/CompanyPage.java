package kz.legality.door.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import kz.legality.door.access.Caller;
import kz.legality.door.claim.AuditScope;
import kz.legality.launch.OpenLedger;
import kz.legality.query.claim.Goods;
import kz.legality.query.claim.Graph;
import kz.legality.query.finding.FindingQueries;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A taxpayer: its exports, its claims, what was found of them, and the ways its goods took. */
@Controller
class CompanyPage {
    private static final int FINDINGS_SHOWN_MAX = 100;

    private final OpenLedger ledger;
    private final AuditScope scope;

    CompanyPage(OpenLedger ledger, AuditScope scope) {
        this.ledger = ledger;
        this.scope = scope;
    }

    @GetMapping("/audit/companies")
    String find(@RequestParam(defaultValue = "") String bin, Caller caller) {
        return "redirect:/audit/companies/" + scope.company(bin.strip(), caller);
    }

    @GetMapping("/audit/companies/{bin}")
    String show(@PathVariable String bin, Caller caller, Model page) {
        String asked = scope.company(bin, caller);
        Graph goods = goods(asked);
        FindingQueries.Found found = ledger.queries()
                .findings()
                .page(new FindingQueries.Asked(null, null, null, asked), null, FINDINGS_SHOWN_MAX);
        page.addAttribute("bin", asked);
        page.addAttribute("claims", ledger.queries().claims().ofCompany(asked));
        page.addAttribute("items", ledger.queries().claims().itemsOf(asked));
        page.addAttribute("findings", found.findings());
        page.addAttribute("moreFindings", found.next() != null);
        page.addAttribute("graph", goods);
        page.addAttribute("circles", goods.circles().edges().size());
        page.addAttribute("picture", Picture.of(goods, asked));
        return "audit/company";
    }

    /** Its ways of goods as a file for graph tools. */
    @GetMapping("/audit/export/company-goods")
    void download(
            @RequestParam String bin,
            @RequestParam(defaultValue = "graphml") String format,
            Caller caller,
            HttpServletResponse response)
            throws IOException {
        String asked = scope.company(bin, caller);
        GraphFile.write(goods(asked), format, "goods-of-" + asked, response);
    }

    private Graph goods(String bin) {
        return new Goods(ledger.queries().claims()).ofCompany(bin);
    }
}
