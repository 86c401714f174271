package kz.legality.identifier;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/**
 * Individual identification number of a person: YYMMDD, a digit for century and sex, four of serial, a check digit.
 * Personal: it leaves memory only sealed.
 */
public record Iin(@JsonValue String value) implements TaxpayerNumber {
    @JsonCreator
    public Iin {
        TaxpayerCheckDigit.require("an ", "IIN", value);
        int month = Integer.parseInt(value.substring(2, 4));
        int day = Integer.parseInt(value.substring(4, 6));
        if (month < 1 || month > 12 || day < 1 || day > 31) {
            throw new Malformed("an IIN begins with a date of birth YYMMDD, this does not");
        }
    }

    /** The number of a person that begins with these eleven digits; empty where none is issued. */
    public static Optional<Iin> completing(String eleven) {
        return TaxpayerCheckDigit.completing(eleven).map(Iin::new);
    }

    /** The seventh digit of a foreigner's number is 0 (practice of the register; in no text that was read). */
    public boolean isOfForeigner() {
        return value.charAt(6) == '0';
    }

    /** Hides the number: a person's number never reaches a log by accident. */
    @Override
    public String toString() {
        return "IIN ******" + value.substring(10);
    }
}
