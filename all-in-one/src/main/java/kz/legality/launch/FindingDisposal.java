package kz.legality.launch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.legality.claim.ExportItem;
import kz.legality.device.DeviceEvent;
import kz.legality.device.DeviceEvent.FindingDisposed;
import kz.legality.event.LedgerEvent;
import kz.legality.event.Source;
import kz.legality.finding.Disposition;
import kz.legality.finding.FindingState;
import kz.legality.finding.Findings;
import kz.legality.finding.Held;
import kz.legality.finding.ItemEvent;
import kz.legality.finding.ItemEvent.ItemFindingDisposed;
import kz.legality.finding.ItemEvent.ItemFindingRaised;
import kz.legality.finding.ItemEvent.ItemFindingWithdrawn;
import kz.legality.identifier.Imei;
import kz.legality.query.finding.CaseStreams;
import kz.legality.query.finding.CaseStreams.Continuation;
import kz.legality.query.finding.CaseStreams.Placed;
import kz.legality.rule.CaseFile;

/** A person's word on a finding, decided on what the finding's own stream holds. */
public final class FindingDisposal {
    private static final int ATTEMPTS_MAX = 10;

    private final CaseStreams streams;

    FindingDisposal(CaseStreams streams) {
        this.streams = streams;
    }

    /** What came of it: refused with a code, or recorded at positions; none where it was so already. */
    public sealed interface Outcome {
        record Refused(String code, String detail) implements Outcome {}

        record Recorded(List<Long> positions) implements Outcome {}
    }

    public Outcome dispose(
            String stream, String id, Disposition disposition, String reason, Source.Actor by, Instant at) {
        for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
            List<Placed> events = streams.read(stream);
            Optional<Held> held = findings(stream, events).find(id);
            if (held.isEmpty()) {
                return new Outcome.Refused("NO_SUCH_FINDING", "the record holds no finding " + id);
            }
            if (held.get().state() == FindingState.WITHDRAWN) {
                return new Outcome.Refused(
                        "FINDING_WITHDRAWN", "the facts of finding " + id + " no longer say so; it was withdrawn");
            }
            if (held.get().state().name().equals(disposition.name())
                    && reason.equals(held.get().reason())) {
                return new Outcome.Recorded(List.of());
            }
            LedgerEvent event = stream.startsWith(ItemEvent.STREAM)
                    ? new ItemFindingDisposed(
                            ExportItem.of(stream.substring(ItemEvent.STREAM.length())),
                            at,
                            by,
                            id,
                            disposition,
                            reason,
                            by.name())
                    : new FindingDisposed(new Imei(stream), at, by, id, disposition, reason, by.name());
            if (streams.append(List.of(new Continuation(events.size(), event)))) {
                return new Outcome.Recorded(
                        List.of(streams.read(stream).get(events.size()).position()));
            }
        }
        throw new IllegalStateException("the stream of finding " + id + " is overrun");
    }

    private static Findings findings(String stream, List<Placed> events) {
        if (!stream.startsWith(ItemEvent.STREAM)) {
            return CaseFile.of(
                            new Imei(stream),
                            events.stream().map(it -> (DeviceEvent) it.event()).toList())
                    .findings();
        }
        Findings findings = Findings.NONE;
        for (Placed placed : events) {
            findings = switch ((ItemEvent) placed.event()) {
                case ItemFindingRaised raised -> findings.raised(raised.finding());
                case ItemFindingWithdrawn withdrawn -> findings.withdrawn(withdrawn.finding());
                case ItemFindingDisposed disposed ->
                    findings.disposed(disposed.finding(), disposed.disposition(), disposed.by(), disposed.reason());
            };
        }
        return findings;
    }
}
