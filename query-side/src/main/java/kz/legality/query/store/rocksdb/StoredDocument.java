package kz.legality.query.store.rocksdb;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;
import kz.legality.query.store.Document;
import kz.legality.query.store.IndexEntry;

/**
 * A document as bytes: position (8), number of entries (2), each entry as index and sort key with their lengths (2 and
 * 2), then the JSON. The entries stand before the JSON because whoever overwrites a document needs only them.
 */
final class StoredDocument {
    private static final int POSITION_BYTES = Long.BYTES;

    private StoredDocument() {}

    static void encode(Document document, RocksWrites out) {
        out.int64(document.position()).int16(document.entries().size());
        for (IndexEntry entry : document.entries()) {
            text(entry.index(), out);
            text(entry.sortKey(), out);
        }
        out.raw(document.json());
    }

    private static void text(String text, RocksWrites out) {
        byte[] bytes = text.getBytes(UTF_8);
        out.int16(bytes.length).raw(bytes);
    }

    /** @throws IllegalArgumentException when the bytes are no document */
    static Document decode(String key, byte[] stored) {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(stored);
            long position = buffer.getLong();
            Set<IndexEntry> entries = entries(buffer);
            byte[] json = new byte[buffer.remaining()];
            buffer.get(json);
            return new Document(key, position, json, entries);
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("the document '" + key + "' ends too early", e);
        }
    }

    static long position(byte[] stored) {
        return ByteBuffer.wrap(stored).getLong();
    }

    static Set<IndexEntry> entries(byte[] stored) {
        return entries(ByteBuffer.wrap(stored).position(POSITION_BYTES));
    }

    private static Set<IndexEntry> entries(ByteBuffer buffer) {
        int count = Short.toUnsignedInt(buffer.getShort());
        Set<IndexEntry> entries = HashSet.newHashSet(count);
        for (int i = 0; i < count; i++) {
            entries.add(new IndexEntry(text(buffer), text(buffer)));
        }
        return entries;
    }

    private static String text(ByteBuffer buffer) {
        byte[] bytes = new byte[Short.toUnsignedInt(buffer.getShort())];
        buffer.get(bytes);
        return new String(bytes, UTF_8);
    }
}
