package kz.legality.command.secrecy.rocksdb;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The file of the key-encryption key (KEK): 32 random bytes, readable by its owner only. Whoever holds it and the key
 * store can read every person who was not forgotten; without it the key store is noise. Back it up apart from the rest.
 */
record KekFile(Path path) {
    private static final int KEK_BYTES = 32;

    boolean exists() {
        return Files.exists(path);
    }

    /** @throws KeysUnavailable when the file is not such a key */
    SecretKey read() {
        try {
            byte[] bytes = Files.readAllBytes(path);
            if (bytes.length != KEK_BYTES) {
                throw new KeysUnavailable("the key-encryption key " + path + " has " + KEK_BYTES
                        + " bytes, this file has " + bytes.length);
            }
            return new SecretKeySpec(bytes, "AES");
        } catch (IOException e) {
            throw new KeysUnavailable("the key-encryption key " + path + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Makes it durable before anything is wrapped by it: a crash here leaves no file, or a whole one not yet used. */
    SecretKey create() {
        byte[] bytes = new byte[KEK_BYTES];
        new SecureRandom().nextBytes(bytes);
        Path directory = path.toAbsolutePath().getParent();
        Path unfinished = path.resolveSibling(path.getFileName() + ".unfinished");
        try {
            Files.createDirectories(directory);
            Files.deleteIfExists(unfinished);
            try (FileChannel file = FileChannel.open(
                    unfinished,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    ownerOnly(Files.getFileStore(directory)))) {
                file.write(ByteBuffer.wrap(bytes));
                file.force(true);
            }
            Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
            try (FileChannel entries = FileChannel.open(directory)) {
                entries.force(true);
            }
        } catch (IOException e) {
            throw new KeysUnavailable("the key-encryption key " + path + " cannot be made: " + e.getMessage(), e);
        }
        return new SecretKeySpec(bytes, "AES");
    }

    private static FileAttribute<?>[] ownerOnly(FileStore store) {
        return store.supportsFileAttributeView(PosixFileAttributeView.class)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
