package kz.legality.command.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.crypto.SecretKey;
import kz.legality.command.secrecy.SealingPersonalFields;
import kz.legality.device.Device;
import kz.legality.device.DeviceEvent;
import kz.legality.device.DeviceEvent.DeviceRegistered;
import kz.legality.device.ListStatus;
import kz.legality.device.Standing;
import kz.legality.event.Source;
import kz.legality.identifier.Imei;
import kz.legality.identifier.Msisdn;
import kz.legality.notice.NoticeEvent.OwnerNotified;
import kz.legality.notice.Notices;
import kz.legality.notice.Noticing;
import kz.legality.notice.Noticing.Due;
import kz.legality.policy.Policies;
import kz.legality.policy.Policy;
import kz.legality.secrecy.FieldSeal;
import kz.legality.secrecy.Personal;
import kz.legality.secrecy.Subject;
import kz.legality.secrecy.SubjectKeys;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/**
 * Tells the owners of grey devices what they have to prove, and until when. First the channel takes the messages over, then
 * that it did is recorded: a crash between the two sends nothing twice, since the channel knows a message by its name.
 */
public final class Notifying {
    private static final Source WHO = new Source.Rule("WhenAGreyTermRunsThenItsOwnerIsNotified");

    private final EventStore store;
    private final NoticeRecord record;
    private final SubjectKeys keys;
    private final Policies policies;
    private final NoticeChannel channel;

    public Notifying(EventStore store, SubjectKeys keys, Policies policies, NoticeChannel channel) {
        this.store = store;
        this.record = new NoticeRecord(store);
        this.keys = keys;
        this.policies = policies;
        this.channel = channel;
    }

    /** Whose line, and the place at which its number is sealed. */
    private record Line(Personal.Sealed<Msisdn> number, String eventId) {}

    /** What is known of one device. */
    private record Known(Device device, @Nullable Line line) {}

    /**
     * Sends what is due at this moment about these devices.
     *
     * @return how many messages were sent by this
     */
    public int notify(List<Imei> imeis, Instant now) {
        List<NoticeChannel.Message> messages = new ArrayList<>();
        List<DomainEventMessage<?>> events = new ArrayList<>();
        Policy policy = policies.book().inForceAt(now);
        for (Imei imei : imeis) {
            Known known = known(imei);
            Standing standing = Standing.now(imei, known.device(), policy);
            Instant deadline = standing.deadline();
            Optional<Msisdn> to = Optional.ofNullable(known.line()).flatMap(this::open);
            if (standing.status() == ListStatus.GREY && deadline != null && to.isPresent()) {
                Notices notices = record.of(imei);
                long sequence = notices.nextSequence();
                for (Due due : Noticing.due(imei, deadline, notices, policy, now)) {
                    messages.add(new NoticeChannel.Message(
                            due.name(),
                            policy.notices().channel(),
                            due.language(),
                            due.template(),
                            imei,
                            to.get().value(),
                            due.deadline()));
                    events.add(NoticeRecord.message(
                            notified(imei, due, to.get(), known.line(), policy, now), sequence++, now));
                }
            }
        }
        if (!messages.isEmpty()) {
            channel.send(messages, now);
            store.publish(new SealingPersonalFields(keys).seal(events));
        }
        return messages.size();
    }

    private OwnerNotified notified(Imei imei, Due due, Msisdn to, @Nullable Line line, Policy policy, Instant now) {
        Subject subject =
                line == null ? keys.pseudonyms().lineOf(to) : line.number().subject();
        return new OwnerNotified(
                imei,
                now,
                WHO,
                due.name(),
                policy.notices().channel(),
                due.language(),
                due.template(),
                due.deadline(),
                keys.pseudonyms().of(to, subject),
                policy.version());
    }

    /** Empty where the person was forgotten: nobody is left to be told. */
    private Optional<Msisdn> open(Line line) {
        Optional<SecretKey> key = keys.find(line.number().subject());
        return key.map(it -> new Msisdn(FieldSeal.open(line.number(), new FieldSeal.Place(line.eventId(), "msisdn"), it)
                .value()));
    }

    private Known known(Imei imei) {
        DomainEventStream events = store.readEvents(imei.key(), 0);
        Device device = Device.UNSEEN;
        Line line = null;
        while (events.hasNext()) {
            DomainEventMessage<?> message = events.next();
            DeviceEvent event = (DeviceEvent) message.getPayload();
            device = device.after(event);
            if (event instanceof DeviceRegistered registered
                    && registered.msisdn() instanceof Personal.Sealed<Msisdn> number) {
                line = new Line(number, message.getIdentifier());
            }
        }
        return new Known(device, line);
    }
}
