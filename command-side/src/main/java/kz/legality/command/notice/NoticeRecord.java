package kz.legality.command.notice;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.legality.event.Source;
import kz.legality.identifier.Imei;
import kz.legality.notice.NoticeEvent;
import kz.legality.notice.Notices;
import kz.legality.notice.Noticing;
import org.axonframework.common.IdentifierFactory;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/** The streams of notices. */
public final class NoticeRecord {
    /** What they are called in the store, beside the device that names each. */
    static final String TYPE = "Notice";

    private static final int ATTEMPTS_MAX = 10;

    private final EventStore store;
    private final Clock clock = Clock.systemUTC();

    public NoticeRecord(EventStore store) {
        this.store = store;
    }

    public Notices of(Imei imei) {
        DomainEventStream events = store.readEvents(NoticeEvent.streamOf(imei), 0);
        Notices notices = Notices.NONE;
        while (events.hasNext()) {
            notices = notices.after((NoticeEvent) events.next().getPayload());
        }
        return notices;
    }

    /**
     * Records a channel's word about a notice.
     *
     * @param failure why it did not arrive; null where it did
     * @return false when it was recorded before, or no such notice was sent
     */
    public boolean outcome(Imei imei, String notice, Instant at, Source source, @Nullable String failure) {
        RuntimeException lost = new ConcurrencyException("the notices of a device are overrun");
        for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
            Notices notices = of(imei);
            Optional<NoticeEvent> said = Noticing.outcome(imei, notice, notices, at, source, failure);
            if (said.isEmpty()) {
                return false;
            }
            try {
                store.publish(List.of(message(said.get(), notices.nextSequence(), clock.instant())));
                return true;
            } catch (ConcurrencyException | AggregateStreamCreationException e) {
                lost = e;
            }
        }
        throw lost;
    }

    static DomainEventMessage<?> message(NoticeEvent event, long sequence, Instant recordedAt) {
        return new GenericDomainEventMessage<>(
                TYPE,
                event.stream(),
                sequence,
                event,
                MetaData.emptyInstance(),
                IdentifierFactory.getInstance().generateIdentifier(),
                recordedAt);
    }
}
