package kz.legality.secrecy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A field about a person. In memory, before it is stored, it is {@link Open}; in an event store, a view or a log it is
 * only ever {@link Sealed}. Both carry the pseudonym, so a decision can compare persons without knowing them.
 *
 * @param <T> what it is when open
 */
public sealed interface Personal<T> {
    Pseudonym pseudonym();

    Subject subject();

    /** Whether both name the same value, without opening either. */
    default boolean sameAs(Personal<?> other) {
        return pseudonym().equals(other.pseudonym());
    }

    /** Readable. Its text form hides the value, and writing it as JSON is a bug that fails at once. */
    record Open<T>(T value, Pseudonym pseudonym, Subject subject) implements Personal<T> {
        @JsonValue
        Object neverWritten() {
            throw new IllegalStateException("a personal field was about to be written unsealed");
        }

        @Override
        public String toString() {
            return "Personal[" + pseudonym + "]";
        }
    }

    /**
     * As stored.
     *
     * @param commitment base64url of SHA-256(salt ‖ field ‖ 0x00 ‖ value): lets the value be shown to be the stored one
     * @param sealed base64url of nonce (12 bytes) ‖ AES-256-GCM of salt (16 bytes) ‖ value, with tag
     */
    @JsonPropertyOrder(alphabetic = true)
    record Sealed<T>(
            @JsonProperty("commitment") String commitment,
            @JsonProperty("pseudonym") Pseudonym pseudonym,
            @JsonProperty("sealed") String sealed,
            @JsonProperty("subject") Subject subject)
            implements Personal<T> {}
}
