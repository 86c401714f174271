package kz.legality.policy;

import java.time.Period;

/**
 * The lists and what operators get of them ({@code lists}).
 *
 * @param grey how long a device is on the grey list
 * @param notifications who is warned before a block
 * @param exceptions who keeps a blocked IMEI
 */
public record ListTerms(GreyTerms grey, Notifications notifications, Exceptions exceptions) {
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

    /** The lookback as DIRBS's {@code lookback_days}. */
    public static ListTerms kazakhstan() {
        return new ListTerms(
                GreyTerms.kazakhstan(), new Notifications(Period.ofDays(180)), new Exceptions(false, true));
    }
}
