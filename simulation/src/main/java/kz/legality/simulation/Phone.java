package kz.legality.simulation;

import org.jspecify.annotations.Nullable;

/**
 * One handset.
 *
 * @param imei 15 digits with the true check digit
 * @param second of its second slot, written the same way
 */
record Phone(Model model, String imei, @Nullable String second) {
    private static final int KEY_DIGITS = 14;

    String key() {
        return imei.substring(0, KEY_DIGITS);
    }
}
