package kz.legality.evidence.proof;

import java.util.Base64;

/** Standard base64 that has one spelling for one value: padded, and no bits left over. */
public final class Base64Text {
    private Base64Text() {}

    public static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** @throws IllegalArgumentException where it is not base64, or another spelling of it */
    public static byte[] decode(String text) {
        byte[] bytes = Base64.getDecoder().decode(text);
        if (!encode(bytes).equals(text)) {
            throw new IllegalArgumentException("this base64 is not spelled as its value is");
        }
        return bytes;
    }

    /** @throws IllegalArgumentException where it is not the base64 of 32 bytes */
    public static byte[] hash(String text) {
        byte[] bytes = decode(text);
        if (bytes.length != Hashing.HASH_BYTES) {
            throw new IllegalArgumentException("a hash has 32 bytes, this has " + bytes.length);
        }
        return bytes;
    }
}
