package kz.legality.policy;

import java.time.Duration;

/**
 * By what terms lists reach the operators, and what a network is told of phones that stand on no list ({@code network}).
 *
 * @param unknownPhone of which nothing is known that decides
 * @param testPhone whose TAC is one of the GSMA's for tests (TS.06), and that no order speaks of
 * @param cutOffPerMilleMax a release that takes more of an operator's subscribers from its network than this, per
 *     thousand of those registered with it, is signed by two persons
 * @param cutOffCountMax as long as it takes no more of them than this, whatever their share
 * @param secondSignatureWithin a release that one person signed waits so long for the second one's, and lapses
 * @param releasePause a list that is large is released at most once in this time
 * @param releasedAtOnceEntriesMax a list of at most so many entries is released as soon as somebody asks for it
 * @param acknowledgedWithin how soon an operator should have a release at work in its network
 */
public record NetworkTerms(
        Told unknownPhone,
        Told testPhone,
        int cutOffPerMilleMax,
        int cutOffCountMax,
        Duration secondSignatureWithin,
        Duration releasePause,
        int releasedAtOnceEntriesMax,
        Duration acknowledgedWithin) {

    /** What an equipment check answers. */
    public enum Told {
        WHITELISTED,
        GREYLISTED,
        BLACKLISTED,
        /** That the register does not know it; what follows is then the network's own policy. */
        NOT_KNOWN
    }

    /**
     * Kazakhstan: a phone nobody knows is served until its grey term, which its registration begins, has ended (order
     * № 226), so the network is told that it is not known; a test phone is let in and watched.
     */
    public static NetworkTerms kazakhstan() {
        return new NetworkTerms(
                Told.NOT_KNOWN,
                Told.GREYLISTED,
                5,
                1_000,
                Duration.ofDays(1),
                Duration.ofMinutes(1),
                200_000,
                Duration.ofHours(1));
    }
}
