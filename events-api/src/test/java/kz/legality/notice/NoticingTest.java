package kz.legality.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.legality.event.Source;
import kz.legality.example.Devices;
import kz.legality.example.Facts;
import kz.legality.identifier.Msisdn;
import kz.legality.notice.NoticeEvent.NotificationDelivered;
import kz.legality.notice.NoticeEvent.OwnerNotified;
import kz.legality.notice.NoticeEvent.Template;
import kz.legality.notice.Noticing.Due;
import kz.legality.policy.NoticeTerms.Channel;
import kz.legality.policy.Policy;
import org.junit.jupiter.api.Test;

/** A term that runs until noon of 9 June 2025, under Kazakhstan's policy: reminders 14, 3 and 1 days before. */
class NoticingTest {
    private static final Policy POLICY = Policy.kazakhstan();
    private static final Instant DEADLINE = Facts.on("2025-06-09");

    private Notices notices = Notices.NONE;

    @Test
    void the_owner_is_told_at_once_in_each_language_of_the_policy() {
        assertThat(due("2025-05-10")).extracting(Due::template).containsOnly(Template.GREY_TERM_STARTED);
        assertThat(due("2025-05-10")).extracting(Due::language).containsExactly("kk", "ru");
    }

    @Test
    void he_is_told_once() {
        send("2025-05-10");

        assertThat(due("2025-05-11")).isEmpty();
    }

    @Test
    void he_is_reminded_when_the_policy_says_so() {
        send("2025-05-10");

        assertThat(due("2025-05-25")).isEmpty();
        assertThat(due("2025-05-26")).extracting(Due::template).containsOnly(Template.GREY_TERM_REMINDER);
        send("2025-05-26");
        assertThat(due("2025-06-05")).isEmpty();
        assertThat(due("2025-06-06")).hasSize(2);
    }

    @Test
    void a_run_that_was_missed_sends_one_reminder_and_not_three() {
        assertThat(due("2025-06-08")).hasSize(2).extracting(Due::name).allMatch(name -> name.endsWith("reminder-P1D"));
    }

    @Test
    void after_the_deadline_there_is_nothing_to_tell() {
        assertThat(due("2025-06-09")).isEmpty();
    }

    @Test
    void that_it_arrived_is_recorded_once_and_starts_the_clock_of_policies_that_count_from_it() {
        send("2025-05-10");
        String name = notices.sent().keySet().iterator().next();

        Optional<NoticeEvent> delivered = outcome(name, null);
        delivered.ifPresent(event -> notices = notices.after(event));

        assertThat(delivered).get().isInstanceOf(NotificationDelivered.class);
        assertThat(outcome(name, null)).isEmpty();
        assertThat(notices.firstDelivered()).contains(Facts.on("2025-05-11"));
    }

    @Test
    void a_word_about_a_notice_that_was_never_sent_is_no_proof() {
        assertThat(outcome("another", "no such number")).isEmpty();
    }

    private List<Due> due(String day) {
        return Noticing.due(Devices.PHONE, DEADLINE, notices, POLICY, Facts.on(day));
    }

    private Optional<NoticeEvent> outcome(String name, String failure) {
        return Noticing.outcome(
                Devices.PHONE, name, notices, Facts.on("2025-05-11"), new Source.Actor("kcell", "1"), failure);
    }

    private void send(String day) {
        Msisdn line = new Msisdn("77051234567");
        for (Due it : due(day)) {
            notices = notices.after(new OwnerNotified(
                    Devices.PHONE,
                    Facts.on(day),
                    new Source.Rule("test"),
                    it.name(),
                    Channel.SMS,
                    it.language(),
                    it.template(),
                    it.deadline(),
                    Facts.PSEUDONYMS.of(line, Facts.PSEUDONYMS.lineOf(line)),
                    POLICY.version()));
        }
    }
}
