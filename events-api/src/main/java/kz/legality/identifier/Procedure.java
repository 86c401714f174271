package kz.legality.identifier;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Customs procedure, two digits of the classifier of decision 378: 40 release for domestic consumption, 10 export, 31
 * re-export, 53 temporary import, 60 re-import, 80 transit.
 */
public record Procedure(@JsonValue String code) {
    @JsonCreator
    public Procedure {
        if (code.length() != 2 || !Digits.only(code)) {
            throw new Malformed("a customs procedure has two digits, such as 40 or 31; this has not");
        }
    }

    /** Also reads box 1 ({@code ИМ40}, {@code ЭК31}) and box 37 ({@code 4000}: requested and previous procedure). */
    public static Procedure of(String text) {
        String value = text.strip();
        if (value.startsWith("ИМ") || value.startsWith("ЭК")) {
            value = value.substring(2).strip();
        }
        if (value.length() == 4 && Digits.only(value)) {
            value = value.substring(0, 2);
        }
        return new Procedure(value);
    }

    @Override
    public String toString() {
        return code;
    }
}
