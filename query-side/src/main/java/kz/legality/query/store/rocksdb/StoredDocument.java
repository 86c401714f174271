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
    private static final int LENGTH_BYTES = Short.BYTES;

    private StoredDocument() {}

    static byte[] encode(Document document) {
        byte[][] texts = new byte[2 * document.entries().size()][];
        int size = POSITION_BYTES + LENGTH_BYTES + document.json().length;
        int next = 0;
        for (IndexEntry entry : document.entries()) {
            texts[next++] = entry.index().getBytes(UTF_8);
            texts[next++] = entry.sortKey().getBytes(UTF_8);
        }
        for (byte[] text : texts) {
            size += LENGTH_BYTES + text.length;
        }
        ByteBuffer buffer = ByteBuffer.allocate(size)
                .putLong(document.position())
                .putShort((short) document.entries().size());
        for (byte[] text : texts) {
            buffer.putShort((short) text.length).put(text);
        }
        return buffer.put(document.json()).array();
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
