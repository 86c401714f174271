package kz.legality.door.operator;

import java.util.regex.Pattern;
import kz.legality.device.ListStatus;
import kz.legality.identifier.Imei;
import kz.legality.identifier.Imsi;
import kz.legality.identifier.Tac;
import kz.legality.policy.NetworkTerms;
import kz.legality.policy.Policies;
import kz.legality.query.equipment.EquipmentFeed;
import kz.legality.secrecy.Pseudonyms;
import org.jspecify.annotations.Nullable;

/**
 * Answers the question a network asks at every attach (3GPP TS 29.511, and TS 29.272 of 4G). A phone is found by its first 14 digits, whatever
 * the 15th or 16th: the check digit is not sent by every phone, and a software version changes with every update.
 */
final class EquipmentChecks {
    private static final String IMEI = "imei-";
    private static final String IMEISV = "imeisv-";
    private static final int IMEI_DIGITS = 15;
    private static final int IMEISV_DIGITS = 16;
    /** Before it a key keeps its leading zeros. */
    private static final long FOURTEEN_DIGITS = 100_000_000_000_000L;

    private static final String IMSI = "imsi-";
    private static final Pattern SUPI = Pattern.compile("imsi-[0-9]{5,15}|nai-.+|gci-.+|gli-.+");
    private static final Pattern GPSI = Pattern.compile("msisdn-[0-9]{5,15}|extid-[^@]+@[^@]+");
    private static final Pattern OTHER_PEI =
            Pattern.compile("mac(-[0-9a-fA-F]{2}){6}(-untrusted)?|eui((-[0-9a-fA-F]{2}){8}|-[0-9a-fA-F]{16})");
    private static final Pattern FEATURES = Pattern.compile("[0-9a-fA-F]*");

    private final EquipmentFeed equipment;
    private final Pseudonyms pseudonyms;
    private final Policies policies;

    EquipmentChecks(EquipmentFeed equipment, Pseudonyms pseudonyms, Policies policies) {
        this.equipment = equipment;
        this.pseudonyms = pseudonyms;
        this.policies = policies;
    }

    /** The position of the ledger the answers rest on. */
    long position() {
        return equipment.position();
    }

    EquipmentAnswer on(
            @Nullable String pei, @Nullable String supi, @Nullable String gpsi, @Nullable String supportedFeatures) {
        if (pei == null || pei.isEmpty()) {
            return EquipmentAnswer.NO_PEI;
        }
        if (isNone(SUPI, supi) || isNone(GPSI, gpsi) || isNone(FEATURES, supportedFeatures)) {
            return EquipmentAnswer.BAD_SUBSCRIBER;
        }
        long key = keyOf(pei);
        if (key < 0) {
            // What has a network card's address and no IMEI is in no register of phones.
            return OTHER_PEI.matcher(pei).matches() ? EquipmentAnswer.UNKNOWN : EquipmentAnswer.BAD_PEI;
        }
        NetworkTerms.Told told = told(key, subscriber(supi));
        return told == null ? EquipmentAnswer.NOT_READY : EquipmentAnswer.of(told);
    }

    /**
     * What a network is told of a phone.
     *
     * @param key its first 14 digits as a number
     * @param imsi the subscriber, where he was named
     * @return null while the register is being loaded
     */
    NetworkTerms.@Nullable Told told(long key, @Nullable Imsi imsi) {
        if (!equipment.isFilled()) {
            return null;
        }
        ListStatus status = equipment.index().status(key, () -> imsi == null ? null : pseudonyms.of(imsi));
        if (status == null || status == ListStatus.UNKNOWN) {
            NetworkTerms terms = policies.now().network();
            return isTest(key) ? terms.testPhone() : terms.unknownPhone();
        }
        return switch (status) {
            case WHITE -> NetworkTerms.Told.WHITELISTED;
            case GREY -> NetworkTerms.Told.GREYLISTED;
            case BLACK -> NetworkTerms.Told.BLACKLISTED;
            case UNKNOWN -> NetworkTerms.Told.NOT_KNOWN;
        };
    }

    private static boolean isNone(Pattern pattern, @Nullable String text) {
        return text != null && !pattern.matcher(text).matches();
    }

    /** The first 14 digits as a number; -1 where it names no IMEI. */
    private static long keyOf(String pei) {
        if (pei.startsWith(IMEISV)) {
            return digits(pei, IMEISV.length(), IMEISV_DIGITS);
        }
        return pei.startsWith(IMEI) ? digits(pei, IMEI.length(), IMEI_DIGITS) : -1;
    }

    private static long digits(String pei, int from, int count) {
        if (pei.length() != from + count) {
            return -1;
        }
        long key = 0;
        for (int i = 0; i < count; i++) {
            char c = pei.charAt(from + i);
            if (c < '0' || c > '9') {
                return -1;
            }
            if (i < Imei.KEY_DIGITS) {
                key = key * 10 + (c - '0');
            }
        }
        return key;
    }

    private static boolean isTest(long key) {
        String digits = Long.toString(FOURTEEN_DIGITS + key);
        return new Tac(digits.substring(1, 1 + Tac.DIGITS)).isTest();
    }

    private static @Nullable Imsi subscriber(@Nullable String supi) {
        if (supi == null || !supi.startsWith(IMSI) || supi.length() < IMSI.length() + Imsi.DIGITS_MIN) {
            return null;
        }
        return new Imsi(supi.substring(IMSI.length()));
    }
}
