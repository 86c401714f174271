package kz.legality.identifier;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * International Mobile Equipment Identity, 3GPP TS 23.003 section 6: TAC (8 digits), serial number (6) and, never
 * transmitted by a network, a check digit.
 *
 * <p>Two IMEIs are the same when their first 14 digits are: that is the {@link #key()}, and the check digit or the
 * software version behind it is how somebody wrote it. {@link #asGiven()} keeps what was written, because a court asks
 * for it. Never a number: leading zeros count.
 *
 * @param asGiven 14 digits, 15 with a check digit, or 16 with a software version (IMEISV)
 */
public record Imei(@JsonValue String asGiven) {
    /** TAC and serial number. */
    public static final int KEY_DIGITS = 14;

    private static final int WITH_CHECK_DIGIT = 15;
    private static final int WITH_SOFTWARE_VERSION = 16;

    /** Accepts the three written lengths; does not judge the check digit, which networks send as 0 or as anything. */
    @JsonCreator
    public Imei {
        if (asGiven.length() < KEY_DIGITS || asGiven.length() > WITH_SOFTWARE_VERSION) {
            throw new Malformed("an IMEI has 14, 15 or 16 digits, this has " + asGiven.length() + " characters");
        }
        if (!Digits.only(asGiven)) {
            throw new Malformed("an IMEI is decimal digits only, this is not");
        }
    }

    /**
     * An IMEI somebody wrote on a paper or typed: a 15th digit must be the true check digit.
     *
     * @throws Malformed naming the true digit, so that the writer can see which of the two is wrong
     */
    public static Imei declared(String text) {
        Imei imei = new Imei(text.strip());
        if (imei.asGiven.length() == WITH_CHECK_DIGIT) {
            int given = Digits.at(imei.asGiven, KEY_DIGITS);
            int expected = imei.checkDigit();
            if (given != expected) {
                throw new Malformed("the check digit of this IMEI is " + given + ", it should be " + expected
                        + ": one of its digits was written wrongly");
            }
        }
        return imei;
    }

    /** An IMEI as a network saw it: the 15th digit says nothing (TS 23.003: transmitted as 0). */
    public static Imei seenByNetwork(String text) {
        return new Imei(text.strip());
    }

    /** The first 14 digits: the device stream's name. */
    public String key() {
        return asGiven.substring(0, KEY_DIGITS);
    }

    public Tac tac() {
        return new Tac(asGiven.substring(0, Tac.DIGITS));
    }

    /** The 15 digits a person reads on the box, with the true check digit. */
    public String printed() {
        return key() + checkDigit();
    }

    /** Luhn's digit over the 14 digits (TS 23.003 annex B); 49015420323751 gives 8. */
    public int checkDigit() {
        int sum = 0;
        for (int i = 0; i < KEY_DIGITS; i++) {
            int digit = Digits.at(asGiven, i);
            if (i % 2 == 1) {
                digit *= 2;
                if (digit > 9) {
                    digit -= 9;
                }
            }
            sum += digit;
        }
        return (10 - sum % 10) % 10;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Imei imei && imei.asGiven.regionMatches(0, asGiven, 0, KEY_DIGITS);
    }

    @Override
    public int hashCode() {
        return key().hashCode();
    }

    @Override
    public String toString() {
        return asGiven;
    }
}
