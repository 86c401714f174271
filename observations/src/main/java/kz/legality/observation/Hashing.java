package kz.legality.observation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import kz.legality.identifier.FileHash;
import kz.legality.identifier.Sha256;

/** The SHA-256 of a file's bytes. */
final class Hashing {
    private static final int BUFFER_BYTES = 1 << 20;

    private Hashing() {}

    static FileHash sha256(Path file) throws IOException {
        MessageDigest digest = Sha256.begin();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return FileHash.of(digest);
    }
}
