package kz.legality.secrecy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import kz.legality.identifier.Sha256;

/**
 * Seals and opens one personal value: AES-256-GCM under the subject's key, bound to the event, the field and the subject
 * by the additional data, so that a sealed value cut out of one event does not open in another (NIST SP 800-38D).
 */
public final class FieldSeal {
    private static final int NONCE_BYTES = 12;
    private static final int SALT_BYTES = 16;
    private static final int TAG_BITS = 128;
    private static final int BOX_BYTES_MIN = NONCE_BYTES + SALT_BYTES + TAG_BITS / Byte.SIZE;
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final SecureRandom RANDOM = new SecureRandom();

    private FieldSeal() {}

    /** What a sealed value is bound to. {@code field} is the JSON path in the event, such as {@code owner.person}. */
    public record Place(String eventId, String field) {
        byte[] boundTo(Subject subject) {
            return (eventId + '\0' + field + '\0' + subject.id()).getBytes(StandardCharsets.UTF_8);
        }
    }

    /** What {@link #open} gives: the value, and the salt that proves it against the commitment. */
    public record Opened(String value, byte[] salt) {}

    public static <T> Personal.Sealed<T> seal(Personal.Open<T> open, String value, Place place, SecretKey key) {
        byte[] nonceAndSalt = new byte[NONCE_BYTES + SALT_BYTES];
        RANDOM.nextBytes(nonceAndSalt);
        byte[] nonce = Arrays.copyOf(nonceAndSalt, NONCE_BYTES);
        byte[] salt = Arrays.copyOfRange(nonceAndSalt, NONCE_BYTES, nonceAndSalt.length);
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        byte[] plain = ByteBuffer.allocate(SALT_BYTES + text.length)
                .put(salt)
                .put(text)
                .array();
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place.boundTo(open.subject()));
            byte[] encrypted = cipher.doFinal(plain);
            byte[] box = ByteBuffer.allocate(NONCE_BYTES + encrypted.length)
                    .put(nonce)
                    .put(encrypted)
                    .array();
            return new Personal.Sealed<>(
                    base64(commitment(salt, place.field(), value)), open.pseudonym(), base64(box), open.subject());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + CIPHER, e);
        }
    }

    /** @throws SealBroken when the value was changed, moved to another event or field, or sealed under another key */
    public static Opened open(Personal.Sealed<?> sealed, Place place, SecretKey key) {
        byte[] box = boxOf(sealed, place);
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, box, 0, NONCE_BYTES));
            cipher.updateAAD(place.boundTo(sealed.subject()));
            byte[] plain = cipher.doFinal(box, NONCE_BYTES, box.length - NONCE_BYTES);
            byte[] salt = Arrays.copyOf(plain, SALT_BYTES);
            String value = new String(plain, SALT_BYTES, plain.length - SALT_BYTES, StandardCharsets.UTF_8);
            if (!base64(commitment(salt, place.field(), value)).equals(sealed.commitment())) {
                throw new SealBroken(place, "its commitment is not that of its value");
            }
            return new Opened(value, salt);
        } catch (AEADBadTagException e) {
            throw new SealBroken(place, "it was changed, moved, or sealed under another key");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + CIPHER, e);
        }
    }

    private static byte[] boxOf(Personal.Sealed<?> sealed, Place place) {
        byte[] box;
        try {
            box = Base64.getUrlDecoder().decode(sealed.sealed());
        } catch (IllegalArgumentException e) {
            throw new SealBroken(place, "it is not base64url");
        }
        if (box.length < BOX_BYTES_MIN) {
            throw new SealBroken(place, "it is cut short");
        }
        return box;
    }

    /** SHA-256(salt ‖ field ‖ 0x00 ‖ value). */
    public static byte[] commitment(byte[] salt, String field, String value) {
        MessageDigest digest = Sha256.begin();
        digest.update(salt);
        digest.update(field.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        return digest.digest(value.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
