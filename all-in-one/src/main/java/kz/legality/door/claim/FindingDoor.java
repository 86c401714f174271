package kz.legality.door.claim;

import java.util.List;
import kz.legality.door.access.Caller;
import kz.legality.door.problem.RequestProblem;
import kz.legality.finding.FindingState;
import kz.legality.finding.Severity;
import kz.legality.launch.OpenLedger;
import kz.legality.query.finding.FindingQueries;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the rules found, and a person's word on it. */
@RestController
@RequestMapping("/api/v1/findings")
class FindingDoor {
    private static final int PAGE_FINDINGS = 100;
    private static final int PAGE_FINDINGS_MAX = 1_000;

    private final OpenLedger ledger;
    private final Dispositions dispositions;

    FindingDoor(OpenLedger ledger, Dispositions dispositions) {
        this.ledger = ledger;
        this.dispositions = dispositions;
    }

    /** @param disposition CONFIRMED or DISMISSED */
    record Word(@Nullable String disposition, @Nullable String reason) {}

    record Receipt(List<Long> positions) {}

    @GetMapping
    ResponseEntity<FindingQueries.Found> findings(
            @RequestParam(required = false) @Nullable String rule,
            @RequestParam(required = false) @Nullable String severity,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "" + PAGE_FINDINGS) int limit,
            Caller caller) {
        if (limit < 1 || limit > PAGE_FINDINGS_MAX) {
            throw RequestProblem.badParameter("limit", "a page has 1 to " + PAGE_FINDINGS_MAX + " findings");
        }
        FindingQueries.Found found = ledger.queries()
                .findings()
                .page(
                        new FindingQueries.Asked(
                                rule,
                                Named.of("severity", severity, Severity.class),
                                Named.of("state", state, FindingState.class),
                                caller.taxpayer().orElse(null)),
                        cursor,
                        limit);
        return ResponseEntity.ok()
                .header("X-Ledger-Position", Long.toString(found.position()))
                .header("Cache-Control", "no-store")
                .body(found);
    }

    /** 201 with the event's position; 200 where this very word was recorded before; 409 with the refusal's code. */
    @PostMapping("/{id}/disposition")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Receipt> dispose(
            @PathVariable String id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody Word word,
            Caller caller) {
        List<Long> positions = dispositions.dispose(id, word.disposition(), word.reason(), key, caller);
        return ResponseEntity.status(positions.isEmpty() ? HttpStatus.OK : HttpStatus.CREATED)
                .body(new Receipt(positions));
    }
}
