package kz.legality.policy;

import java.math.BigDecimal;
import java.time.Period;

/**
 * The lists and what operators get of them ({@code lists}).
 *
 * @param grey how long a device is on the grey list
 * @param notifications who is warned before a block
 * @param exceptions who keeps a blocked IMEI
 * @param received when a list that is sent whole is refused
 */
public record ListTerms(GreyTerms grey, Notifications notifications, Exceptions exceptions, Received received) {
    /**
     * The subscribers an operator warns ({@code lists.notifications}).
     *
     * @param lookback only those seen with the IMEI within this time
     */
    public record Notifications(Period lookback) {}

    /**
     * The pairs of IMEI and IMSI that stay connected ({@code lists.exceptions}).
     *
     * @param onlyBlacklisted leaves out pairs whose IMEI is not on the black list
     * @param includeBarred also pairs whose IMEI is barred
     */
    public record Exceptions(boolean onlyBlacklisted, boolean includeBarred) {}

    /**
     * How much a list may shrink from one file to the next ({@code lists.received}); the lists of subscribers and of pairs
     * change less, and are large. An empty list takes anything.
     *
     * @param share of the entries in force that a new file must have
     * @param subscriberShare the same of the lists of subscribers and of pairs
     * @param subscriberRows and of those no more than this may be missing
     */
    public record Received(BigDecimal share, BigDecimal subscriberShare, int subscriberRows) {}

    /** The lookback as DIRBS's {@code lookback_days}, the rest as the defaults of DIRBS-Core. */
    public static ListTerms kazakhstan() {
        return new ListTerms(
                GreyTerms.kazakhstan(),
                new Notifications(Period.ofDays(180)),
                new Exceptions(false, true),
                new Received(new BigDecimal("0.75"), new BigDecimal("0.95"), 1_000));
    }
}
