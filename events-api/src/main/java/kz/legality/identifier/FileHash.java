package kz.legality.identifier;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** SHA-256 of a file's bytes as they were sent, 64 lower-case hexadecimal digits: the file's name in the ledger. */
public record FileHash(@JsonValue String sha256) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    @JsonCreator
    public FileHash {
        if (!FORM.matcher(sha256).matches()) {
            throw new Malformed(
                    "a file is named by its SHA-256, 64 lower-case hexadecimal digits; '" + sha256 + "' is not");
        }
    }

    @Override
    public String toString() {
        return sha256;
    }
}
