package kz.legality.command.notice;

import java.time.Instant;
import java.util.List;
import kz.legality.identifier.Imei;
import kz.legality.notice.NoticeEvent.Template;
import kz.legality.policy.NoticeTerms.Channel;

/** By which notices leave the ledger: a gateway for short messages, or files that one picks up. */
public interface NoticeChannel {
    /** One message to one line; {@code notice} names it, and the same name is the same message. */
    record Message(
            String notice,
            Channel channel,
            String language,
            Template template,
            Imei imei,
            String to,
            Instant deadline) {}

    /** Takes messages over; durable when it returns. A message that was taken over before is not sent again. */
    void send(List<Message> messages, Instant at);
}
