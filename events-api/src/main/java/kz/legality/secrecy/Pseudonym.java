package kz.legality.secrecy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A keyed stand-in for a personal value: 128 bits of HMAC-SHA-256 in base64url. Equal values have equal pseudonyms. */
public record Pseudonym(@JsonValue String value) {
    @JsonCreator
    public Pseudonym {}

    @Override
    public String toString() {
        return value;
    }
}
