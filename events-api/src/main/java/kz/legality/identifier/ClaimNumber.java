package kz.legality.identifier;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Number of a VAT refund claim as the tax authority writes it: 1 to 64 letters, digits and {@code - / . _ №}. */
public record ClaimNumber(@JsonValue String value) {
    public static final int CHARS_MAX = 64;

    @JsonCreator
    public ClaimNumber {
        if (value.isEmpty() || value.length() > CHARS_MAX || !value.chars().allMatch(ClaimNumber::fits)) {
            throw new Malformed("a claim's number has 1 to 64 letters, digits and - / . _ №, this has not");
        }
    }

    private static boolean fits(int c) {
        return Character.isLetterOrDigit(c) || "-/._№".indexOf(c) >= 0;
    }

    @Override
    public String toString() {
        return value;
    }
}
