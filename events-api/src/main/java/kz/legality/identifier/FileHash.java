package kz.legality.identifier;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.MessageDigest;
import java.util.HexFormat;

/** SHA-256 of a file's bytes as they were sent, 64 lower-case hexadecimal digits: the file's name in the ledger. */
public record FileHash(@JsonValue String sha256) {
    private static final int DIGITS = 64;

    @JsonCreator
    public FileHash {
        if (sha256.length() != DIGITS || !sha256.chars().allMatch(FileHash::isDigit)) {
            throw new Malformed(
                    "a file is named by its SHA-256, 64 lower-case hexadecimal digits; '" + sha256 + "' is not");
        }
    }

    /** Of the bytes that this digest, which {@link Sha256#begin} gave, has been given; it begins anew. */
    public static FileHash of(MessageDigest given) {
        return new FileHash(HexFormat.of().formatHex(given.digest()));
    }

    private static boolean isDigit(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }

    @Override
    public String toString() {
        return sha256;
    }
}
