package kz.legality.identifier;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Number of a customs declaration (box A): {@code office/ddmmyy/sequence}. An office has 2 (Armenia), 5 (Kazakhstan,
 * Belarus, Kyrgyzstan) or 8 digits (Russia); the sequence has 7 characters, older ones 6 or with a letter before.
 */
public record DeclarationNumber(@JsonValue String value) {
    private static final Pattern FORM =
            Pattern.compile("(\\d{2}|\\d{5}|\\d{8})/(\\d{2})(\\d{2})(\\d{2})/([\\p{L}\\d]\\d{5,6})");

    @JsonCreator
    public DeclarationNumber {
        Matcher parts = FORM.matcher(value);
        if (!parts.matches()) {
            throw new Malformed("a declaration number reads office/ddmmyy/sequence, this does not");
        }
        dateOf(parts);
    }

    public String office() {
        return value.substring(0, value.indexOf('/'));
    }

    /** The day box A names. */
    public LocalDate date() {
        Matcher parts = FORM.matcher(value);
        if (!parts.matches()) {
            throw new AssertionError(value);
        }
        return dateOf(parts);
    }

    private static LocalDate dateOf(Matcher parts) {
        try {
            return LocalDate.of(
                    2000 + Integer.parseInt(parts.group(4)),
                    Integer.parseInt(parts.group(3)),
                    Integer.parseInt(parts.group(2)));
        } catch (DateTimeException e) {
            throw new Malformed("the middle of a declaration number is a date ddmmyy, here it is not");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
