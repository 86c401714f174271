package kz.legality.evidence.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import kz.legality.evidence.proof.Base64Text;
import kz.legality.evidence.proof.Hashing;
import kz.legality.evidence.proof.NoteSigner;
import kz.legality.evidence.proof.VerifierKey;

/**
 * The log's secrets: the key it signs with, the key by which streams are named, and the key its salts come from. Losing
 * the last two makes new entries impossible and old ones unprovable, so they are kept as the events are.
 */
public final class LogKeys {
    private static final String MAC = "HmacSHA256";
    private static final String SIGNING = "signing.key";
    private static final String INDEX = "index.key";
    private static final String SALTS = "salts.key";
    private static final int KEY_BYTES = 32;

    private final NoteSigner signer;
    private final byte[] indexKey;
    private final ThreadLocal<Mac> index;
    private final ThreadLocal<Mac> salts;

    private LogKeys(NoteSigner signer, byte[] indexKey, byte[] saltKey) {
        this.signer = signer;
        this.indexKey = indexKey;
        this.index = ThreadLocal.withInitial(() -> mac(indexKey));
        this.salts = ThreadLocal.withInitial(() -> mac(saltKey));
    }

    /** @param name of the log, where its keys are made just now */
    public static LogKeys openOrCreate(Path directory, String name) {
        try {
            Files.createDirectories(directory);
            byte[] index = secret(directory.resolve(INDEX), LogKeys::random);
            byte[] salt = secret(directory.resolve(SALTS), LogKeys::random);
            byte[] signing = secret(
                    directory.resolve(SIGNING),
                    () -> NoteSigner.generate(name, VerifierKey.ED25519)
                            .secretText()
                            .getBytes(StandardCharsets.US_ASCII));
            return new LogKeys(NoteSigner.parse(new String(signing, StandardCharsets.US_ASCII)), index, salt);
        } catch (IOException e) {
            throw new UncheckedIOException("the keys of the log in " + directory + " cannot be read", e);
        }
    }

    public NoteSigner signer() {
        return signer;
    }

    /** What the log calls a stream. */
    public byte[] streamKey(String stream) {
        return index.get().doFinal(stream.getBytes(StandardCharsets.UTF_8));
    }

    /** What hides an event's content from whoever would guess it. Shown to whoever is shown the event. */
    public byte[] saltOf(String eventId) {
        return salts.get().doFinal(eventId.getBytes(StandardCharsets.UTF_8));
    }

    public String indexKeyHash() {
        return Base64Text.encode(Hashing.of(indexKey));
    }

    private interface Secret {
        byte[] make();
    }

    /** Written beside and renamed: a crash leaves the whole key or none. */
    private static byte[] secret(Path file, Secret secret) throws IOException {
        if (!Files.exists(file)) {
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(fresh, secret.make());
            DurableFiles.force(fresh);
            DurableFiles.rename(fresh, file);
        }
        return Files.readAllBytes(file);
    }

    private static byte[] random() {
        byte[] bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static Mac mac(byte[] key) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + MAC, e);
        }
    }
}
