package kz.legality.identifier;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Subscriber number, ITU-T E.164: 5 to 15 digits, country code first, without the plus sign. Kazakhstan's have 11.
 * Personal.
 */
public record Msisdn(@JsonValue String value) {
    @JsonCreator
    public Msisdn {
        if (value.length() < 5 || value.length() > 15 || !Digits.only(value)) {
            throw new Malformed("an MSISDN has 5 to 15 decimal digits, country code first; this has not");
        }
    }

    /** Accepts a leading plus sign. */
    public static Msisdn of(String text) {
        String stripped = text.strip();
        return new Msisdn(stripped.startsWith("+") ? stripped.substring(1) : stripped);
    }

    @Override
    public String toString() {
        return "MSISDN *******" + value.substring(value.length() - 2);
    }
}
