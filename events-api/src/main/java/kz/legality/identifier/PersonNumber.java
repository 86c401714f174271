package kz.legality.identifier;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What a list calls a person, DIRBS's {@code uid}: 1 to 20 Latin letters, digits, hyphens and backslashes; in Kazakhstan
 * an IIN. Personal.
 */
public record PersonNumber(@JsonValue String value) {
    private static final int LENGTH_MAX = 20;

    @JsonCreator
    public PersonNumber {
        if (value.isEmpty() || value.length() > LENGTH_MAX || !value.chars().allMatch(PersonNumber::fits)) {
            throw new Malformed("a person's number has 1 to 20 letters, digits, hyphens and backslashes, this has not");
        }
    }

    private static boolean fits(int c) {
        return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c == '-' || c == '\\';
    }

    @Override
    public String toString() {
        return "person ******";
    }
}
