package kz.legality.identifier;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/**
 * Business identification number of a company: YYMM of registration, a digit 4 to 6 for its kind, a digit for head
 * office or branch, five of serial, a check digit. Not personal.
 */
public record Bin(@JsonValue String value) implements TaxpayerNumber {
    @JsonCreator
    public Bin {
        TaxpayerCheckDigit.require("a ", "BIN", value);
        int month = Integer.parseInt(value.substring(2, 4));
        if (month < 1 || month > 12) {
            throw new Malformed("a BIN begins with a year and a month YYMM, this does not");
        }
        if (value.charAt(4) < '4') {
            throw new Malformed("the fifth digit of a BIN is 4, 5 or 6: this is the number of a person");
        }
    }

    /** The number of a company that begins with these eleven digits; empty where none is issued. */
    public static Optional<Bin> completing(String eleven) {
        return TaxpayerCheckDigit.completing(eleven).map(Bin::new);
    }

    /** The fifth digit of an entity that is not resident here is 5. */
    public boolean isOfNonResident() {
        return value.charAt(4) == '5';
    }

    @Override
    public String toString() {
        return value;
    }
}
