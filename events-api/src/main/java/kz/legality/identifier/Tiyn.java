package kz.legality.identifier;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Money in tiyn, the hundredth of a tenge: whole and never negative. 1 KZT is 100 tiyn. */
public record Tiyn(@JsonValue long amount) implements Comparable<Tiyn> {
    @JsonCreator
    public Tiyn {
        if (amount < 0) {
            throw new Malformed("an amount of money is not negative, " + amount + " is");
        }
    }

    /** @throws Malformed when it is not a whole number of tiyn */
    public static Tiyn of(String text) {
        String value = text.strip();
        if (!Digits.only(value) || value.length() > 18) {
            throw new Malformed("an amount is a whole number of tiyn, up to 18 digits; this is not");
        }
        return new Tiyn(Long.parseLong(value));
    }

    public Tiyn plus(Tiyn other) {
        return new Tiyn(Math.addExact(amount, other.amount));
    }

    @Override
    public int compareTo(Tiyn other) {
        return Long.compare(amount, other.amount);
    }
}
