package kz.legality.door.audit;

import java.util.Locale;

/** How pages write money and times. */
final class Shown {
    private static final int TIYN_IN_TENGE = 100;

    private Shown() {}

    /** Whole tenge, thousands apart by narrow spaces. */
    static String tenge(long tiyn) {
        return String.format(Locale.ROOT, "%,d", Math.floorDiv(tiyn, TIYN_IN_TENGE))
                .replace(',', '\u202f');
    }
}
