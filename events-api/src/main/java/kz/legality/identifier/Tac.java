package kz.legality.identifier;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Type Allocation Code: the first 8 digits of an IMEI, naming a model. Its first two digits are the reporting body
 * (RBI) that allocated it; 00 is kept for tests.
 */
public record Tac(@JsonValue String value) {
    public static final int DIGITS = 8;

    @JsonCreator
    public Tac {
        if (value.length() != DIGITS || !Digits.only(value)) {
            throw new Malformed("a TAC has 8 decimal digits, this has not");
        }
    }

    public String reportingBody() {
        return value.substring(0, 2);
    }

    /** A test TAC is never lawful in commerce and never counts for a limit. */
    public boolean isTest() {
        return value.startsWith("00");
    }

    @Override
    public String toString() {
        return value;
    }
}
