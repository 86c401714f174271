package kz.legality.observation;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;

/**
 * An encrypted Parquet file, as far as can be seen without its key (Parquet modular encryption, section 5.1): the magic
 * {@code PARE}, then one module after another, each its length, its nonce and its ciphertext.
 *
 * <p>AES-GCM keeps its secret only where no nonce comes twice under one key. DuckDB without its extension for OpenSSL, which
 * is loaded over a network, draws nonces from a generator that its makers do not vouch for. So they are read back.
 */
final class SealedParquet {
    private static final int MAGIC = 0x50415245;
    private static final int LENGTH_BYTES = 4;
    private static final int NONCE_BYTES = 12;
    private static final int TAIL_BYTES = 8;
    private static final int BUFFER_BYTES = 1 << 16;

    private SealedParquet() {}

    /**
     * Whether each nonce in the file is a nonce of its own.
     *
     * @throws IOException when the file is no encrypted one
     */
    static boolean hasDistinctNonces(Path file) throws IOException {
        long size = Files.size(file);
        long footer = size - TAIL_BYTES - footerBytes(file, size);
        Set<String> nonces = new HashSet<>();
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES))) {
            if (in.readInt() != MAGIC) {
                throw new IOException("a file of the archive was written unencrypted");
            }
            byte[] nonce = new byte[NONCE_BYTES];
            for (long at = LENGTH_BYTES; at < footer; ) {
                int length = Integer.reverseBytes(in.readInt());
                if (length < NONCE_BYTES || at + LENGTH_BYTES + length > footer) {
                    throw new IOException("a file of the archive is not laid out as an encrypted one");
                }
                in.readFully(nonce);
                if (!nonces.add(HexFormat.of().formatHex(nonce))) {
                    return false;
                }
                in.skipNBytes(length - NONCE_BYTES);
                at += LENGTH_BYTES + length;
            }
        }
        return true;
    }

    private static long footerBytes(Path file, long size) throws IOException {
        try (var channel = Files.newByteChannel(file)) {
            var tail = ByteBuffer.allocate(TAIL_BYTES).order(ByteOrder.LITTLE_ENDIAN);
            channel.position(size - TAIL_BYTES);
            while (tail.hasRemaining()) {
                if (channel.read(tail) < 0) {
                    throw new EOFException("a file of the archive is cut off");
                }
            }
            return tail.getInt(0);
        }
    }
}
