package kz.legality.query.finding;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import kz.legality.claim.ExportItem;
import kz.legality.device.DeviceEvent.FindingRaised;
import kz.legality.device.DeviceEvent.FindingWithdrawn;
import kz.legality.event.LedgerEvent;
import kz.legality.event.Source;
import kz.legality.finding.Finding;
import kz.legality.finding.Findings.Change;
import kz.legality.finding.ItemEvent.ItemFindingRaised;
import kz.legality.finding.ItemEvent.ItemFindingWithdrawn;
import kz.legality.identifier.Imei;
import kz.legality.query.finding.CaseStreams.Continuation;

/** What the rules change of a stream's findings, as the events that continue it. */
final class Amending {
    private final String policyVersion;
    private final Clock clock;

    Amending(String policyVersion, Clock clock) {
        this.policyVersion = policyVersion;
        this.clock = clock;
    }

    List<Continuation> of(Imei imei, List<Change> changes, long from) {
        return inTurn(
                changes,
                from,
                it -> new FindingRaised(imei, it.at(), new Source.Rule(it.rule()), it, policyVersion),
                it -> new FindingWithdrawn(imei, clock.instant(), new Source.Rule(it.rule()), it.id(), policyVersion));
    }

    List<Continuation> of(ExportItem item, List<Change> changes, long from) {
        return inTurn(
                changes,
                from,
                it -> new ItemFindingRaised(item, it.at(), new Source.Rule(it.rule()), it, policyVersion),
                it -> new ItemFindingWithdrawn(
                        item, clock.instant(), new Source.Rule(it.rule()), it.id(), policyVersion));
    }

    /** @param from sequence in the stream of the first of them */
    private static List<Continuation> inTurn(
            List<Change> changes,
            long from,
            Function<Finding, LedgerEvent> raised,
            Function<Finding, LedgerEvent> withdrawn) {
        List<Continuation> events = new ArrayList<>(changes.size());
        for (Change change : changes) {
            LedgerEvent event = switch (change) {
                case Change.Raise raise -> raised.apply(raise.finding());
                case Change.Withdraw withdraw -> withdrawn.apply(withdraw.finding());
            };
            events.add(new Continuation(from + events.size(), event));
        }
        return events;
    }
}
