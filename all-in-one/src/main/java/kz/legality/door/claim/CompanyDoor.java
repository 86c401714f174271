package kz.legality.door.claim;

import java.util.List;
import kz.legality.door.access.Caller;
import kz.legality.door.problem.Asked;
import kz.legality.identifier.Imei;
import kz.legality.launch.OpenLedger;
import kz.legality.query.claim.ClaimAnswer;
import kz.legality.query.claim.Goods;
import kz.legality.query.claim.Graph;
import kz.legality.query.finding.Docs;
import kz.legality.query.finding.FindingAnswer;
import kz.legality.query.finding.FindingQueries;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A taxpayer with all that was found of its exports, and the ways its goods took. */
@RestController
class CompanyDoor {
    private static final String GRAPHML = "application/graphml+xml";
    private static final int FINDINGS_MAX = 1_000;

    private final OpenLedger ledger;
    private final AuditScope scope;

    CompanyDoor(OpenLedger ledger, AuditScope scope) {
        this.ledger = ledger;
        this.scope = scope;
    }

    /** @param phones exported in the item */
    record ExportSummary(
            String declaration, int item, int phones, int inUseAtHome, int withoutOrigin, List<String> claims) {}

    /** @param chain how its goods moved between companies */
    record CompanyAnswer(
            String bin,
            List<ExportSummary> declarations,
            List<ClaimAnswer> claims,
            List<FindingAnswer> findings,
            Graph chain) {}

    @GetMapping("/api/v1/companies/{bin}")
    ResponseEntity<CompanyAnswer> company(@PathVariable String bin, Caller caller) {
        String asked = scope.company(bin, caller);
        List<ExportSummary> exports = ledger.queries().claims().itemsOf(asked).stream()
                .map(CompanyDoor::summary)
                .toList();
        return ResponseEntity.ok()
                .header("X-Ledger-Position", Long.toString(ledger.tracing().position()))
                .header("Cache-Control", "no-store")
                .body(new CompanyAnswer(
                        asked,
                        exports,
                        ledger.queries().claims().ofCompany(asked),
                        ledger.queries()
                                .findings()
                                .page(new FindingQueries.Asked(null, null, null, asked), null, FINDINGS_MAX)
                                .findings(),
                        goods().ofCompany(asked)));
    }

    private static ExportSummary summary(Docs.ItemDoc item) {
        int slash = item.item().lastIndexOf('/');
        return new ExportSummary(
                item.item().substring(0, slash),
                Integer.parseInt(item.item().substring(slash + 1)),
                item.exported(),
                item.ghosts(),
                item.withoutOrigin(),
                item.claims().stream().map(Docs.ClaimLink::claim).toList());
    }

    @GetMapping(path = "/api/v1/companies/{bin}/circles", produces = MediaType.APPLICATION_JSON_VALUE)
    Graph circles(@PathVariable String bin, Caller caller) {
        return goods().ofCompany(scope.company(bin, caller)).circles();
    }

    @GetMapping(path = "/api/v1/companies/{bin}/circles", produces = GRAPHML)
    String circlesAsGraphMl(@PathVariable String bin, Caller caller) {
        return circles(bin, caller).graphMl();
    }

    @GetMapping(path = "/api/v1/devices/{imei}/chain", produces = MediaType.APPLICATION_JSON_VALUE)
    Graph chain(@PathVariable String imei) {
        Imei asked = Asked.imei(imei);
        return Goods.ofDevice(ledger.caseFile(asked));
    }

    @GetMapping(path = "/api/v1/devices/{imei}/chain", produces = GRAPHML)
    String chainAsGraphMl(@PathVariable String imei) {
        return chain(imei).graphMl();
    }

    private Goods goods() {
        return new Goods(ledger.queries().claims());
    }
}
