package kz.legality.launch;

import java.time.Clock;
import java.util.List;
import kz.legality.event.LedgerEvent;
import kz.legality.event.Source;
import kz.legality.evidence.EvidenceEvent.MapRootCommitted;
import kz.legality.evidence.log.LogKeys;
import kz.legality.evidence.proof.Base64Text;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/** Appends what the ledger says of its evidence; durable when it returns. */
final class EvidenceRecord {
    private static final String TYPE = "Evidence";
    private static final int ATTEMPTS_MAX = 10;
    private static final Source RULE = new Source.Rule("CommittingTheMapRoot");

    private final EventStore events;
    private final Clock clock;

    EvidenceRecord(EventStore events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    void commitMapRoot(long size, byte[] root, LogKeys keys) {
        append(new MapRootCommitted(clock.instant(), RULE, size, Base64Text.encode(root), keys.indexKeyHash()));
    }

    /** Two who write to one stream at once race for its next place; the loser takes the one after. */
    void append(LedgerEvent event) {
        RuntimeException lost = new ConcurrencyException("the stream " + event.stream() + " is overrun");
        for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
            long next = events.lastSequenceNumberFor(event.stream()).orElse(-1L) + 1;
            try {
                events.publish(List.of(new GenericDomainEventMessage<>(TYPE, event.stream(), next, event)));
                return;
            } catch (ConcurrencyException | AggregateStreamCreationException e) {
                lost = e;
            }
        }
        throw lost;
    }
}
