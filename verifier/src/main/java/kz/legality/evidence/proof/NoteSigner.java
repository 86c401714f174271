package kz.legality.evidence.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/** Signs notes with Ed25519. Two signers of one key sign alike: RFC 8032 takes no chance. */
public final class NoteSigner {
    private static final int SECONDS_BYTES = 8;

    private final VerifierKey verifier;
    private final PrivateKey key;

    private NoteSigner(VerifierKey verifier, PrivateKey key) {
        this.verifier = verifier;
        this.key = key;
    }

    public static NoteSigner generate(String name, byte type) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            byte[] encoded = pair.getPublic().getEncoded();
            byte[] raw = Arrays.copyOfRange(encoded, encoded.length - Hashing.HASH_BYTES, encoded.length);
            return new NoteSigner(new VerifierKey(name, type, raw), pair.getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no Ed25519", e);
        }
    }

    /** Reads what {@link #secretText} wrote. */
    public static NoteSigner parse(String secretText) {
        String[] lines = secretText.strip().split("\n");
        if (lines.length != 2) {
            throw new IllegalArgumentException("a signing key is two lines: the verifier key and the secret");
        }
        try {
            PrivateKey key = KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines[1])));
            NoteSigner signer = new NoteSigner(VerifierKey.parse(lines[0]), key);
            byte[] probe = {1};
            if (!signer.verifier.verifies(probe, signer.ed25519(probe))) {
                throw new IllegalArgumentException("the secret is not that of the verifier key beside it");
            }
            return signer;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the secret of the signing key cannot be read", e);
        }
    }

    public VerifierKey verifier() {
        return verifier;
    }

    /** The verifier key and, below it, base64 of the PKCS #8 secret. To be kept from everybody. */
    public String secretText() {
        return verifier.text() + "\n" + Base64.getEncoder().encodeToString(key.getEncoded()) + "\n";
    }

    /** The signature line over a note's text, without its line feed. */
    public String line(String text) {
        return lineOf(ed25519(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The line of a cosignature/v1 (C2SP tlog-cosignature) over a checkpoint's text. */
    public String cosignatureLine(String text, long unixSeconds) {
        byte[] signature = ed25519(SignedNote.cosigned(text, unixSeconds));
        return lineOf(ByteBuffer.allocate(SECONDS_BYTES + signature.length)
                .putLong(unixSeconds)
                .put(signature)
                .array());
    }

    private String lineOf(byte[] signature) {
        byte[] signed = ByteBuffer.allocate(VerifierKey.ID_BYTES + signature.length)
                .put(verifier.id())
                .put(signature)
                .array();
        return "— " + verifier.name() + " " + Base64.getEncoder().encodeToString(signed);
    }

    private byte[] ed25519(byte[] message) {
        try {
            Signature signing = Signature.getInstance("Ed25519");
            signing.initSign(key);
            signing.update(message);
            return signing.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java does not sign with Ed25519", e);
        }
    }
}
