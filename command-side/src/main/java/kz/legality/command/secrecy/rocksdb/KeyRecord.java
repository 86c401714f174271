package kz.legality.command.secrecy.rocksdb;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/** What the key store holds for a subject: a wrapped key, or that there was one and why there is none. */
sealed interface KeyRecord {
    byte[] bytes();

    record Held(byte[] wrapped) implements KeyRecord {
        private static final byte MARK = 'K';

        @Override
        public byte[] bytes() {
            return marked(MARK, wrapped);
        }
    }

    record Destroyed(RocksSubjectKeys.Destruction destruction) implements KeyRecord {
        private static final byte MARK = 'X';

        @Override
        public byte[] bytes() {
            return marked(MARK, (destruction.at() + " " + destruction.basis()).getBytes(StandardCharsets.UTF_8));
        }
    }

    static KeyRecord of(byte[] bytes) {
        byte[] rest = Arrays.copyOfRange(bytes, 1, bytes.length);
        return switch (bytes[0]) {
            case Held.MARK -> new Held(rest);
            case Destroyed.MARK -> {
                String text = new String(rest, StandardCharsets.UTF_8);
                int space = text.indexOf(' ');
                yield new Destroyed(new RocksSubjectKeys.Destruction(
                        Instant.parse(text.substring(0, space)), text.substring(space + 1)));
            }
            default -> throw new KeysUnavailable("the key store holds a record of a kind this version does not know");
        };
    }

    private static byte[] marked(byte mark, byte[] rest) {
        byte[] bytes = new byte[rest.length + 1];
        bytes[0] = mark;
        System.arraycopy(rest, 0, bytes, 1, rest.length);
        return bytes;
    }
}
