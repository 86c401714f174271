package kz.legality.identifier;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** International mobile subscriber identity, TS 23.003 section 2: MCC (3), MNC (2 or 3), the rest; 6 to 15 digits. Personal. */
public record Imsi(@JsonValue String value) {
    public static final int DIGITS_MIN = 6;

    @JsonCreator
    public Imsi {
        if (value.length() < DIGITS_MIN || value.length() > 15 || !Digits.only(value)) {
            throw new Malformed("an IMSI has 6 to 15 decimal digits, this has not");
        }
    }

    /** Mobile country code: 401 is Kazakhstan. */
    public String mcc() {
        return value.substring(0, 3);
    }

    @Override
    public String toString() {
        return "IMSI " + mcc() + "************";
    }
}
