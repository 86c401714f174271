package kz.legality.evidence.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A key by which notes are checked, as C2SP signed-note writes it: {@code name+hash+base64(type ‖ key)}.
 *
 * @param type 1 Ed25519, 4 Ed25519 cosignature/v1
 * @param key 32 bytes (RFC 8032)
 */
public record VerifierKey(String name, byte type, byte[] key) {
    public static final byte ED25519 = 1;
    public static final byte COSIGNATURE = 4;
    public static final int ID_BYTES = 4;

    private static final int KEY_BYTES = 32;
    private static final byte[] X509_HEAD = HexFormat.of().parseHex("302a300506032b6570032100");

    public VerifierKey {
        if (key.length != KEY_BYTES || (type != ED25519 && type != COSIGNATURE) || !isName(name)) {
            throw new IllegalArgumentException("not an Ed25519 key with a name without spaces or plus signs");
        }
    }

    /** @throws IllegalArgumentException where the line is none, or its hash is another key's */
    public static VerifierKey parse(String line) {
        String[] parts = line.strip().split("\\+", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("a verifier key is name+hash+key, this is not");
        }
        byte[] typed = Base64.getDecoder().decode(parts[2]);
        if (typed.length != 1 + KEY_BYTES) {
            throw new IllegalArgumentException("an Ed25519 verifier key has 33 bytes, this has " + typed.length);
        }
        VerifierKey key = new VerifierKey(parts[0], typed[0], Arrays.copyOfRange(typed, 1, typed.length));
        if (!HexFormat.of().formatHex(key.id()).equals(parts[1])) {
            throw new IllegalArgumentException("the hash in the verifier key is not its own");
        }
        return key;
    }

    /** SHA-256(name ‖ 0x0A ‖ type ‖ key), its first 4 bytes. */
    public byte[] id() {
        byte[] hash = Hashing.of(name.getBytes(StandardCharsets.UTF_8), new byte[] {'\n', type}, key);
        return Arrays.copyOf(hash, ID_BYTES);
    }

    public String text() {
        byte[] typed = ByteBuffer.allocate(1 + KEY_BYTES).put(type).put(key).array();
        return name + "+" + HexFormat.of().formatHex(id()) + "+"
                + Base64.getEncoder().encodeToString(typed);
    }

    /** Whether these bytes sign the message; never throws for bad signatures. */
    boolean verifies(byte[] message, byte[] signature) {
        try {
            byte[] encoded = ByteBuffer.allocate(X509_HEAD.length + KEY_BYTES)
                    .put(X509_HEAD)
                    .put(key)
                    .array();
            PublicKey publicKey = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
            Signature verifying = Signature.getInstance("Ed25519");
            verifying.initVerify(publicKey);
            verifying.update(message);
            return verifying.verify(signature);
        } catch (GeneralSecurityException bad) {
            return false;
        }
    }

    static boolean isName(String name) {
        return !name.isEmpty()
                && name.indexOf('+') < 0
                && name.chars().noneMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey that
                && name.equals(that.name)
                && type == that.type
                && Arrays.equals(key, that.key);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(key) + name.hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
