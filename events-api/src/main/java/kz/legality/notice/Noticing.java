package kz.legality.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kz.legality.event.Source;
import kz.legality.identifier.Imei;
import kz.legality.notice.NoticeEvent.NotificationDelivered;
import kz.legality.notice.NoticeEvent.NotificationFailed;
import kz.legality.notice.NoticeEvent.Template;
import kz.legality.policy.Policy;
import org.jspecify.annotations.Nullable;

/** Which notices are due, and what a channel's word about one leads to. Knows no clock and no channel. */
public final class Noticing {
    private Noticing() {}

    /**
     * A notice that is to be sent.
     *
     * @param name the same for the same device, deadline, occasion and language, so that a repeated run sends nothing twice
     */
    public record Due(String name, Template template, String language, Instant deadline) {}

    /**
     * What the owner is to be told now of a term that runs until {@code deadline}: that it runs, once, and of the reminders
     * whose time has come the latest that was not sent. Nothing after the deadline: the block speaks for itself.
     */
    public static List<Due> due(Imei imei, Instant deadline, Notices already, Policy policy, Instant now) {
        if (!now.isBefore(deadline)) {
            return List.of();
        }
        LocalDate day = deadline.atZone(policy.zone()).toLocalDate();
        List<Due> due = new ArrayList<>();
        for (String language : policy.notices().languages()) {
            String term = imei.key() + "/" + day + "/" + language;
            String started = term + "/started";
            reminder(deadline, policy, now)
                    .map(before ->
                            new Due(term + "/reminder-" + before, Template.GREY_TERM_REMINDER, language, deadline))
                    .ifPresent(due::add);
            // Who is told for the first time when the end is near is told that, and not two things at once.
            if (due.stream().noneMatch(it -> it.language().equals(language))) {
                due.add(new Due(started, Template.GREY_TERM_STARTED, language, deadline));
            }
        }
        due.removeIf(it -> already.sent().containsKey(it.name()));
        return List.copyOf(due);
    }

    private static Optional<Period> reminder(Instant deadline, Policy policy, Instant now) {
        return policy.notices().reminders().stream()
                .filter(before -> !now.isBefore(
                        deadline.atZone(policy.zone()).minus(before).toInstant()))
                .min(Comparator.comparingLong(
                        before -> deadline.atZone(policy.zone()).toLocalDate().toEpochDay()
                                - deadline.atZone(policy.zone())
                                        .toLocalDate()
                                        .minus(before)
                                        .toEpochDay()));
    }

    /**
     * A channel's word about a notice; nothing where it said so before, or where no such notice was sent.
     *
     * @param failure why it did not arrive; null where it did
     */
    public static Optional<NoticeEvent> outcome(
            Imei imei, String notice, Notices notices, Instant at, Source source, @Nullable String failure) {
        Notices.Sent sent = notices.sent().get(notice);
        Notices.Outcome outcome = failure == null ? Notices.Outcome.DELIVERED : Notices.Outcome.FAILED;
        if (sent == null || sent.outcome() == outcome) {
            return Optional.empty();
        }
        return Optional.of(
                failure == null
                        ? new NotificationDelivered(imei, at, source, notice)
                        : new NotificationFailed(imei, at, source, notice, failure));
    }
}
