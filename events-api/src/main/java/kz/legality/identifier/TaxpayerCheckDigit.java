package kz.legality.identifier;

import java.util.Optional;

/**
 * The twelfth digit of an IIN or BIN: weights 1..11 modulo 11, and where that gives 10 a second pass with the weights
 * 3..11, 1, 2. Where the second pass gives 10 too the number is not issued.
 */
final class TaxpayerCheckDigit {
    static final int DIGITS = 12;
    private static final int[] FIRST_PASS = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
    private static final int[] SECOND_PASS = {3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2};
    private static final int NONE = 10;

    private TaxpayerCheckDigit() {}

    static void require(String article, String name, String value) {
        if (value.length() != DIGITS || !Digits.only(value)) {
            throw new Malformed(article + name + " has 12 decimal digits, this has not");
        }
        int expected = of(value);
        if (expected == NONE) {
            throw new Malformed(
                    article + name + " with these first eleven digits is not issued: it would have no check digit");
        }
        if (expected != Digits.at(value, DIGITS - 1)) {
            throw new Malformed("the check digit of this " + name + " is " + Digits.at(value, DIGITS - 1)
                    + ", it should be " + expected);
        }
    }

    /** The twelve digits that begin with these eleven; empty where the two passes give none. */
    static Optional<String> completing(String eleven) {
        if (eleven.length() != DIGITS - 1 || !Digits.only(eleven)) {
            throw new Malformed("the check digit follows eleven decimal digits");
        }
        int digit = of(eleven);
        return digit == NONE ? Optional.empty() : Optional.of(eleven + digit);
    }

    private static int of(String value) {
        int first = weighted(value, FIRST_PASS);
        return first == NONE ? weighted(value, SECOND_PASS) : first;
    }

    private static int weighted(String value, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += Digits.at(value, i) * weights[i];
        }
        return sum % 11;
    }
}
