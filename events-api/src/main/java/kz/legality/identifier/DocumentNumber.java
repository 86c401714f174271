package kz.legality.identifier;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Number of a passport or identity card, 4 to 20 letters and digits, as its state writes it. Personal. */
public record DocumentNumber(@JsonValue String value) {
    private static final int LENGTH_MIN = 4;
    private static final int LENGTH_MAX = 20;

    @JsonCreator
    public DocumentNumber {
        if (value.length() < LENGTH_MIN
                || value.length() > LENGTH_MAX
                || !value.chars().allMatch(DocumentNumber::fits)
                || value.chars().noneMatch(Character::isLetterOrDigit)) {
            throw new Malformed("a document number has 4 to 20 letters and digits, this has not");
        }
    }

    private static boolean fits(int c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == ' ' || c == '/';
    }

    @Override
    public String toString() {
        return "document ******";
    }
}
