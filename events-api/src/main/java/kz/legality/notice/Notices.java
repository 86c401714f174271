package kz.legality.notice;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kz.legality.notice.NoticeEvent.NotificationDelivered;
import kz.legality.notice.NoticeEvent.NotificationFailed;
import kz.legality.notice.NoticeEvent.OwnerNotified;

/**
 * What the notices about one device fold to.
 *
 * @param nextSequence how many events were folded
 * @param sent by the notices' names, in the order they were sent
 */
public record Notices(long nextSequence, Map<String, Sent> sent) {
    public static final Notices NONE = new Notices(0, Map.of());

    /** How far a notice has come. */
    public enum Outcome {
        SENT,
        DELIVERED,
        FAILED
    }

    public record Sent(OwnerNotified notice, Outcome outcome, Instant since) {}

    public Notices after(NoticeEvent event) {
        Map<String, Sent> next = new LinkedHashMap<>(sent);
        switch (event) {
            case OwnerNotified it -> next.putIfAbsent(it.notice(), new Sent(it, Outcome.SENT, it.occurredAt()));
            case NotificationDelivered it -> settle(next, it, Outcome.DELIVERED);
            case NotificationFailed it -> settle(next, it, Outcome.FAILED);
        }
        return new Notices(nextSequence + 1, next);
    }

    /** The first notice that arrived, which starts the clock where the policy counts from the notification. */
    public Optional<Instant> firstDelivered() {
        return sent.values().stream()
                .filter(it -> it.outcome() == Outcome.DELIVERED)
                .map(Sent::since)
                .min(Instant::compareTo);
    }

    private static void settle(Map<String, Sent> sent, NoticeEvent event, Outcome outcome) {
        sent.computeIfPresent(event.notice(), (name, before) -> new Sent(before.notice(), outcome, event.occurredAt()));
    }
}
