package kz.legality.identifier;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * Number of a customs declaration (box A): {@code office/ddmmyy/sequence}. An office has 2 (Armenia), 5 (Kazakhstan,
 * Belarus, Kyrgyzstan) or 8 digits (Russia); the sequence has 7 characters, older ones 6 or with a letter before.
 */
public record DeclarationNumber(@JsonValue String value) {
    private static final int DATE_DIGITS = 6;

    @JsonCreator
    public DeclarationNumber {
        int office = value.indexOf('/');
        int date = office + 1;
        int sequence = date + DATE_DIGITS + 1;
        boolean formed = (office == 2 || office == 5 || office == 8)
                && value.length() > sequence
                && value.charAt(sequence - 1) == '/'
                && areDigits(value, 0, office)
                && areDigits(value, date, sequence - 1)
                && isSequence(value, sequence);
        if (!formed) {
            throw new Malformed("a declaration number reads office/ddmmyy/sequence, this does not");
        }
        dateAt(value, date);
    }

    public String office() {
        return value.substring(0, value.indexOf('/'));
    }

    /** The day box A names. */
    public LocalDate date() {
        return dateAt(value, value.indexOf('/') + 1);
    }

    private static boolean isSequence(String text, int from) {
        int first = text.codePointAt(from);
        int second = from + Character.charCount(first);
        int digits = text.length() - second;
        return (Character.isLetter(first) || isDigit(first))
                && (digits == 5 || digits == 6)
                && areDigits(text, second, text.length());
    }

    private static boolean areDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static LocalDate dateAt(String text, int from) {
        try {
            return LocalDate.of(
                    2000 + Integer.parseInt(text, from + 4, from + 6, 10),
                    Integer.parseInt(text, from + 2, from + 4, 10),
                    Integer.parseInt(text, from, from + 2, 10));
        } catch (DateTimeException e) {
            throw new Malformed("the middle of a declaration number is a date ddmmyy, here it is not");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
