package kz.legality.release;

import java.util.Collection;
import kz.legality.policy.NetworkTerms;

/**
 * How many of an operator's subscribers a release takes from the network.
 *
 * @param subscribers whose phone it blocks and who are not excepted
 * @param registered phones registered with that operator
 */
public record CutOff(String operator, long subscribers, long registered) {
    private static final int MILLE = 1_000;

    /** In whole parts of a thousand, rounded down. */
    public long perMille() {
        return registered == 0 ? 0 : subscribers * MILLE / registered;
    }

    private boolean isLarge(NetworkTerms terms) {
        return subscribers > terms.cutOffCountMax()
                && subscribers * MILLE > registered * (long) terms.cutOffPerMilleMax();
    }

    /** Whether a release that does this is signed by two persons before any operator gets it. */
    public static boolean needTwoPersons(Collection<CutOff> cutOffs, NetworkTerms terms) {
        return cutOffs.stream().anyMatch(it -> it.isLarge(terms));
    }
}
