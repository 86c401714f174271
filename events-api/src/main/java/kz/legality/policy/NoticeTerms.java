package kz.legality.policy;

import java.time.Period;
import java.util.List;

/**
 * What an owner is told, and how ({@code notices}; F4).
 *
 * @param channel by which notices go out
 * @param languages in which each is written, in this order
 * @param reminders how long before a deadline an owner is reminded of it
 */
public record NoticeTerms(Channel channel, List<String> languages, List<Period> reminders) {
    public enum Channel {
        SMS,
        EMAIL,
        EGOV
    }

    public static NoticeTerms kazakhstan() {
        return new NoticeTerms(
                Channel.SMS, List.of("kk", "ru"), List.of(Period.ofDays(14), Period.ofDays(3), Period.ofDays(1)));
    }
}
