package kz.legality.door.claim;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import kz.legality.door.access.Caller;
import kz.legality.door.problem.RequestProblem;
import kz.legality.event.Source;
import kz.legality.finding.Disposition;
import kz.legality.launch.FindingDisposal.Outcome;
import kz.legality.launch.OpenLedger;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A person's word on a finding, by the interface and by the auditor's pages alike. */
@Component
public class Dispositions {
    private static final int REASON_CHARS_MAX = 2_000;

    private final OpenLedger ledger;
    private final AuditScope scope;
    private final Clock clock = Clock.systemUTC();

    Dispositions(OpenLedger ledger, AuditScope scope) {
        this.ledger = ledger;
        this.scope = scope;
    }

    /**
     * Records it.
     *
     * @param disposition CONFIRMED or DISMISSED
     * @param key of the caller's choosing; said again with it, nothing is recorded twice
     * @return the event's position; none where this very word was recorded before
     */
    public List<Long> dispose(
            String id, @Nullable String disposition, @Nullable String reason, @Nullable String key, Caller caller) {
        Disposition word = Named.of("disposition", disposition, Disposition.class);
        if (word == null) {
            throw RequestProblem.badParameter("disposition", "it is CONFIRMED or DISMISSED");
        }
        String why = reason == null ? "" : reason.strip();
        if (why.isEmpty() || why.length() > REASON_CHARS_MAX) {
            throw RequestProblem.badParameter("reason", "it has 1 to " + REASON_CHARS_MAX + " characters");
        }
        scope.finding(id, caller);
        String stream = ledger.queries().findings().streamOf(id).orElseThrow();
        Source.Actor by =
                new Source.Actor(caller.actor(), key == null ? UUID.randomUUID().toString() : key);
        return switch (ledger.disposal().dispose(stream, id, word, why, by, clock.instant())) {
            case Outcome.Refused refused -> throw RequestProblem.refused(refused.code(), refused.detail());
            case Outcome.Recorded recorded -> recorded.positions();
        };
    }
}
