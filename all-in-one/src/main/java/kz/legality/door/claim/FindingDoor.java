package kz.legality.door.claim;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import kz.legality.door.access.Caller;
import kz.legality.door.problem.RequestProblem;
import kz.legality.event.Source;
import kz.legality.finding.Disposition;
import kz.legality.finding.FindingState;
import kz.legality.finding.Severity;
import kz.legality.launch.FindingDisposal.Outcome;
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
import org.springframework.web.bind.annotation.RestController;

/** What the rules found, and a person's word on it. */
@RestController
@RequestMapping("/api/v1/findings")
class FindingDoor {
    private static final int PAGE_FINDINGS = 100;
    private static final int PAGE_FINDINGS_MAX = 1_000;
    private static final int REASON_CHARS_MAX = 2_000;

    private final OpenLedger ledger;
    private final Clock clock = Clock.systemUTC();

    FindingDoor(OpenLedger ledger) {
        this.ledger = ledger;
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
                                named("severity", severity, Severity.class),
                                named("state", state, FindingState.class),
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
    ResponseEntity<Receipt> dispose(
            @PathVariable String id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody Word word,
            Caller caller) {
        Disposition disposition = named("disposition", word.disposition(), Disposition.class);
        if (disposition == null) {
            throw RequestProblem.badParameter("disposition", "it is CONFIRMED or DISMISSED");
        }
        String reason = word.reason() == null ? "" : word.reason().strip();
        if (reason.isEmpty() || reason.length() > REASON_CHARS_MAX) {
            throw RequestProblem.badParameter("reason", "it has 1 to " + REASON_CHARS_MAX + " characters");
        }
        FindingQueries findings = ledger.queries().findings();
        String stream = findings.streamOf(id)
                .filter(it ->
                        caller.taxpayer().map(bin -> findings.isOf(id, bin)).orElse(true))
                .orElseThrow(() -> RequestProblem.notFound("there is no finding '" + id + "'"));
        Source.Actor by =
                new Source.Actor(caller.actor(), key == null ? UUID.randomUUID().toString() : key);
        return switch (ledger.disposal().dispose(stream, id, disposition, reason, by, clock.instant())) {
            case Outcome.Refused refused -> throw RequestProblem.refused(refused.code(), refused.detail());
            case Outcome.Recorded recorded ->
                ResponseEntity.status(recorded.positions().isEmpty() ? HttpStatus.OK : HttpStatus.CREATED)
                        .body(new Receipt(recorded.positions()));
        };
    }

    private static <E extends Enum<E>> @Nullable E named(String name, @Nullable String text, Class<E> type) {
        if (text == null) {
            return null;
        }
        try {
            return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw RequestProblem.badParameter(name, "it is one of " + Arrays.toString(type.getEnumConstants()));
        }
    }
}
