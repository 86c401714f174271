package kz.legality.command.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kz.legality.allowance.AllowanceEvent;
import kz.legality.claim.ClaimEvent;
import kz.legality.device.DeviceEvent;
import kz.legality.event.LedgerEvent;
import kz.legality.line.LineEvent;
import kz.legality.sourcefile.FileEvent;
import kz.legality.tac.TacBarEvent;
import kz.legality.tac.TacEvent;
import org.axonframework.common.IdentifierFactory;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;

/** Events that will be stored together or not at all. */
final class Append {
    private final Instant recordedAt;
    private final List<DomainEventMessage<?>> messages = new ArrayList<>();

    Append(Instant recordedAt) {
        this.recordedAt = recordedAt;
    }

    /** When it is recorded, by the ledger's clock. */
    Instant recordedAt() {
        return recordedAt;
    }

    void add(LedgerEvent event, long sequence) {
        messages.add(new GenericDomainEventMessage<>(
                typeOf(event),
                event.stream(),
                sequence,
                event,
                MetaData.emptyInstance(),
                IdentifierFactory.getInstance().generateIdentifier(),
                recordedAt));
    }

    List<DomainEventMessage<?>> messages() {
        return messages;
    }

    private static String typeOf(LedgerEvent event) {
        return switch (event) {
            case DeviceEvent it -> "Device";
            case TacEvent it -> "Tac";
            case ClaimEvent it -> "RefundClaim";
            case LineEvent it -> "Line";
            case TacBarEvent it -> "TacBar";
            case FileEvent it -> "SourceFile";
            case AllowanceEvent it -> "PersonAllowance";
            default ->
                throw new IllegalArgumentException(
                        "no stream holds a " + event.getClass().getSimpleName());
        };
    }
}
