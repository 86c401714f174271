package kz.legality.door.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/** The Ed25519 key that signs releases, in a file only its owner reads: the private key and the public one, a line each. */
final class ReleaseKey {
    private static final String ALGORITHM = "Ed25519";

    private final PrivateKey secret;
    private final String published;

    private ReleaseKey(PrivateKey secret, String published) {
        this.secret = secret;
        this.published = published;
    }

    /** A crash leaves the whole key or none. */
    static ReleaseKey openOrCreate(Path file) {
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            List<String> lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
            PrivateKey secret = KeyFactory.getInstance(ALGORITHM)
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines.get(0))));
            return new ReleaseKey(secret, lines.get(1));
        } catch (IOException e) {
            throw new UncheckedIOException("the key that signs releases cannot be read from " + file, e);
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new IllegalStateException(file + " holds no key that signs releases", e);
        }
    }

    private static void create(Path file) throws IOException, GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        Base64.Encoder base64 = Base64.getEncoder();
        Path unfinished = Files.createTempFile(
                file.toAbsolutePath().getParent(),
                "release-key",
                ".part",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(
                unfinished,
                List.of(
                        base64.encodeToString(pair.getPrivate().getEncoded()),
                        base64.encodeToString(pair.getPublic().getEncoded())),
                StandardCharsets.US_ASCII);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** In base64. */
    String sign(String text) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key does not sign", e);
        }
    }

    /** The public key, DER in base64. */
    String published() {
        return published;
    }
}
