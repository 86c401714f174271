package kz.legality.notice;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import kz.legality.event.LedgerEvent;
import kz.legality.event.Source;
import kz.legality.event.StoredAs;
import kz.legality.identifier.Imei;
import kz.legality.identifier.Msisdn;
import kz.legality.policy.NoticeTerms.Channel;
import kz.legality.secrecy.Personal;

/** What happened to the notices about one device (F4): the proof that its owner was told. */
public sealed interface NoticeEvent extends LedgerEvent {
    Imei imei();

    /** Names one notice: the same one is never sent twice. */
    String notice();

    @Override
    @JsonIgnore
    default String stream() {
        return streamOf(imei());
    }

    static String streamOf(Imei imei) {
        return "notice:" + imei.key();
    }

    /** Which of the sentences was sent. */
    enum Template {
        /** Prove that it is lawful before the deadline. */
        GREY_TERM_STARTED,
        /** The deadline is near. */
        GREY_TERM_REMINDER
    }

    /**
     * The notice was handed to the channel.
     *
     * @param language of the text, such as {@code kk}
     * @param deadline that the owner was told
     * @param to whose line
     * @param policyVersion whose terms made the notice due
     */
    @StoredAs("OwnerNotified")
    record OwnerNotified(
            Imei imei,
            Instant occurredAt,
            Source source,
            String notice,
            Channel channel,
            String language,
            Template template,
            Instant deadline,
            Personal<Msisdn> to,
            String policyVersion)
            implements NoticeEvent {}

    /** The channel says that it arrived. */
    @StoredAs("NotificationDelivered")
    record NotificationDelivered(Imei imei, Instant occurredAt, Source source, String notice) implements NoticeEvent {}

    /** The channel says that it did not arrive. */
    @StoredAs("NotificationFailed")
    record NotificationFailed(Imei imei, Instant occurredAt, Source source, String notice, String reason)
            implements NoticeEvent {}
}
