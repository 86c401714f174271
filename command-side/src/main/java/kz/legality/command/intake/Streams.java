package kz.legality.command.intake;

import java.util.Optional;
import java.util.function.Consumer;
import kz.legality.claim.ClaimEvent;
import kz.legality.claim.ClaimEvent.RefundClaimed;
import kz.legality.claim.RefundClaim;
import kz.legality.command.device.StoredRecords;
import kz.legality.device.DeviceEvent;
import kz.legality.event.LedgerEvent;
import kz.legality.identifier.FileHash;
import kz.legality.identifier.Imei;
import kz.legality.line.Line;
import kz.legality.line.LineEvent;
import kz.legality.policy.Policies;
import kz.legality.secrecy.Pseudonym;
import kz.legality.sourcefile.FileEvent;
import kz.legality.sourcefile.FileEvent.FileReceived;
import kz.legality.sourcefile.SourceFile;
import kz.legality.tac.TacBarEvent;
import kz.legality.tac.TacEvent;
import kz.legality.tac.TacEvent.TacListed;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/** Streams of the event store, folded. Always from their first event: a snapshot is nothing the intake knows of. */
final class Streams {
    private final EventStore store;
    private final StoredRecords records;

    Streams(EventStore store) {
        this.store = store;
        this.records = new StoredRecords(store);
    }

    /** The stream a fact belongs to. */
    FactStream of(LedgerEvent fact, Policies policies) {
        return switch (fact) {
            case DeviceEvent.Fact it -> device(it.imei(), policies);
            case TacListed it -> tac(it.stream());
            case RefundClaimed it -> claim(it.stream());
            case LineEvent it -> line(it.stream());
            case TacBarEvent it -> tacBar(it.stream());
            default ->
                throw new IllegalArgumentException(
                        "no row states a " + fact.getClass().getSimpleName());
        };
    }

    DeviceFacts device(Imei imei, Policies policies) {
        return new DeviceFacts(records.device(imei), policies);
    }

    AllowanceFacts allowance(Pseudonym person) {
        return new AllowanceFacts(records.allowance(person));
    }

    SourceFile file(FileHash hash) {
        SourceFile[] file = {SourceFile.UNSEEN};
        each(FileEvent.streamOf(hash), message -> file[0] = file[0].after((FileEvent) message.getPayload()));
        return file[0];
    }

    /** The receipt of the file whose rows were or are recorded, unless there was none. */
    Optional<FileReceived> received(FileHash hash) {
        DomainEventStream events = store.readEvents(FileEvent.streamOf(hash), 0);
        while (events.hasNext()) {
            if (events.next().getPayload() instanceof FileReceived received) {
                return Optional.of(received);
            }
        }
        return Optional.empty();
    }

    void each(String stream, Consumer<DomainEventMessage<?>> seen) {
        DomainEventStream events = store.readEvents(stream, 0);
        while (events.hasNext()) {
            seen.accept(events.next());
        }
    }

    private ClaimFacts claim(String stream) {
        RefundClaim[] claim = {RefundClaim.UNSEEN};
        each(stream, message -> claim[0] = claim[0].after((ClaimEvent) message.getPayload()));
        return new ClaimFacts(claim[0]);
    }

    private ListFacts.OfLine line(String stream) {
        Line[] line = {Line.UNSEEN};
        each(stream, message -> line[0] = line[0].after((LineEvent) message.getPayload()));
        return new ListFacts.OfLine(line[0]);
    }

    private ListFacts.OfTac tacBar(String stream) {
        ListFacts.OfTac tac = new ListFacts.OfTac();
        each(stream, message -> tac.fold((TacBarEvent) message.getPayload()));
        return tac;
    }

    private TacFacts tac(String stream) {
        DomainEventStream events = store.readEvents(stream, 0);
        @Nullable TacListed listed = null;
        long nextSequence = 0;
        while (events.hasNext()) {
            listed = switch ((TacEvent) events.next().getPayload()) {
                case TacListed it -> it;
            };
            nextSequence++;
        }
        return new TacFacts(listed, nextSequence);
    }
}
