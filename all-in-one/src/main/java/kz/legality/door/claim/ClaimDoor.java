package kz.legality.door.claim;

import java.util.List;
import kz.legality.door.access.Caller;
import kz.legality.door.problem.RequestProblem;
import kz.legality.launch.OpenLedger;
import kz.legality.query.claim.ClaimAnswer;
import kz.legality.query.claim.ClaimDevice;
import kz.legality.query.claim.ClaimQueries;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Refund claims by the VAT at risk on them, and each with its phones. */
@RestController
@RequestMapping("/api/v1/claims")
class ClaimDoor {
    private static final int PAGE_CLAIMS = 100;
    private static final int PAGE_CLAIMS_MAX = 1_000;
    private static final int PAGE_DEVICES = 10_000;

    private final OpenLedger ledger;
    private final AuditScope scope;

    ClaimDoor(OpenLedger ledger, AuditScope scope) {
        this.ledger = ledger;
        this.scope = scope;
    }

    /** An auditor who was sent to one taxpayer sees that taxpayer's. */
    @GetMapping
    ResponseEntity<ClaimQueries.Ranked> ranked(
            @RequestParam(defaultValue = "-vatAtRisk") String sort,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "" + PAGE_CLAIMS) int limit,
            Caller caller) {
        if (!sort.equals("-vatAtRisk")) {
            throw RequestProblem.badParameter("sort", "claims are sorted by -vatAtRisk");
        }
        if (limit < 1 || limit > PAGE_CLAIMS_MAX) {
            throw RequestProblem.badParameter("limit", "a page has 1 to " + PAGE_CLAIMS_MAX + " claims");
        }
        ClaimQueries claims = ledger.queries().claims();
        return at(caller.taxpayer()
                .map(bin -> new ClaimQueries.Ranked(claims.ofCompany(bin), null))
                .orElseGet(() -> claims.ranked(cursor, limit)));
    }

    @GetMapping("/{claim}")
    ResponseEntity<ClaimAnswer> claim(@PathVariable String claim, Caller caller) {
        return at(scope.claim(claim, caller));
    }

    @GetMapping("/{claim}/devices")
    ResponseEntity<ClaimQueries.Devices> devices(
            @PathVariable String claim,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "" + PAGE_DEVICES) int limit,
            Caller caller) {
        if (limit < 1 || limit > PAGE_DEVICES) {
            throw RequestProblem.badParameter("limit", "a page has 1 to " + PAGE_DEVICES + " devices");
        }
        scope.claim(claim, caller);
        List<ClaimDevice> all = ledger.queries().claims().devices(claim);
        int from = cursor == null ? 0 : offset(cursor, all.size());
        int to = Math.min(all.size(), from + limit);
        return at(new ClaimQueries.Devices(all.subList(from, to), to < all.size() ? "d" + to : null));
    }

    private static int offset(String cursor, int size) {
        try {
            int from = Integer.parseInt(cursor.startsWith("d") ? cursor.substring(1) : "");
            if (from >= 0 && from <= size) {
                return from;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw RequestProblem.badParameter("cursor", "it is none that this list gave");
    }

    private <T> ResponseEntity<T> at(T answer) {
        return ResponseEntity.ok()
                .header("X-Ledger-Position", Long.toString(ledger.tracing().position()))
                .header("Cache-Control", "no-store")
                .body(answer);
    }
}
