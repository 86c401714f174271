package kz.legality.policy;

import java.util.Set;

/**
 * Which subscribers are at home here ({@code home}).
 *
 * @param mcc mobile country codes of an IMSI
 * @param cc country codes of a number; one shared with another country decides nothing alone
 */
public record HomeTerms(Set<String> mcc, Set<String> cc) {
    public static HomeTerms kazakhstan() {
        return new HomeTerms(Set.of("401"), Set.of("7"));
    }

    /** Whether a subscriber with this IMSI is a home network's. */
    public boolean isHome(String imsi) {
        return mcc.stream().anyMatch(imsi::startsWith);
    }
}
