package kz.legality.command.secrecy.rocksdb;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Wraps 256-bit keys under the KEK: nonce (12 bytes) ‖ AES-256-GCM of the key, with tag, bound to whose key it is. Nonces
 * are random, which is safe for 2^32 keys (NIST SP 800-38D section 8.3): two hundred times the country.
 */
final class KeyWrap {
    private static final int NONCE_BYTES = 12;
    private static final int KEY_BYTES = 32;
    private static final int TAG_BITS = 128;
    private static final String CIPHER = "AES/GCM/NoPadding";

    /** Looking a cipher up takes longer than wrapping a key with it. */
    private static final ThreadLocal<Cipher> CIPHERS = ThreadLocal.withInitial(() -> {
        try {
            return Cipher.getInstance(CIPHER);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + CIPHER, e);
        }
    });

    private final SecretKey kek;
    private final SecureRandom random = new SecureRandom();

    KeyWrap(SecretKey kek) {
        this.kek = kek;
    }

    /** A new key, and how it is stored. */
    record Fresh(SecretKey key, byte[] wrapped) {}

    Fresh fresh(String owner, String algorithm) {
        byte[] nonceAndKey = new byte[NONCE_BYTES + KEY_BYTES];
        random.nextBytes(nonceAndKey);
        byte[] nonce = Arrays.copyOf(nonceAndKey, NONCE_BYTES);
        byte[] key = Arrays.copyOfRange(nonceAndKey, NONCE_BYTES, nonceAndKey.length);
        byte[] wrapped = new byte[NONCE_BYTES + KEY_BYTES + TAG_BITS / Byte.SIZE];
        System.arraycopy(nonce, 0, wrapped, 0, NONCE_BYTES);
        try {
            cipher(Cipher.ENCRYPT_MODE, nonce, owner).doFinal(key, 0, KEY_BYTES, wrapped, NONCE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key of " + KEY_BYTES + " bytes can always be wrapped", e);
        }
        return new Fresh(new SecretKeySpec(key, algorithm), wrapped);
    }

    /** Empty when it was wrapped by another KEK, or for another owner. */
    Optional<SecretKey> unwrap(byte[] wrapped, String owner, String algorithm) {
        try {
            byte[] key = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(wrapped, NONCE_BYTES), owner)
                    .doFinal(wrapped, NONCE_BYTES, wrapped.length - NONCE_BYTES);
            return Optional.of(new SecretKeySpec(key, algorithm));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a wrapped key opens or fails its tag", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String owner) throws GeneralSecurityException {
        Cipher cipher = CIPHERS.get();
        cipher.init(mode, kek, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
