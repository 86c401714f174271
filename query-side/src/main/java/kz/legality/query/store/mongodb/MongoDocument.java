package kz.legality.query.store.mongodb;

import java.util.HashSet;
import java.util.Set;
import kz.legality.query.store.Document;
import kz.legality.query.store.IndexEntry;
import kz.legality.query.store.KeyText;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;

/**
 * A document as MongoDB keeps it: {@code _id, position, json, ix}. The JSON is kept as bytes. As a sub-document it would
 * come back with other numbers and without its repeated names, as a string it would be decoded and encoded for nothing:
 * nobody but us asks for what is in it.
 */
final class MongoDocument {
    private MongoDocument() {}

    static BsonDocument encode(Document document) {
        BsonArray entries = new BsonArray();
        for (IndexEntry entry : document.entries()) {
            entries.add(new BsonString(entry.index() + KeyText.SEPARATOR + entry.sortKey()));
        }
        return new BsonDocument("_id", new BsonString(document.key()))
                .append("position", new BsonInt64(document.position()))
                .append("json", new BsonBinary(document.json()))
                .append("ix", entries);
    }

    static Document decode(BsonDocument stored) {
        return new Document(
                stored.getString("_id").getValue(),
                position(stored),
                stored.getBinary("json").getData(),
                entries(stored));
    }

    static long position(BsonDocument stored) {
        return stored.getNumber("position").longValue();
    }

    static Set<IndexEntry> entries(BsonDocument stored) {
        BsonArray array = stored.getArray("ix");
        Set<IndexEntry> entries = HashSet.newHashSet(array.size());
        for (BsonValue value : array) {
            entries.add(entry(value.asString().getValue()));
        }
        return entries;
    }

    /** Reads an entry from the beginning of a place. */
    static IndexEntry entry(String place) {
        int afterIndex = place.indexOf(KeyText.SEPARATOR);
        int afterSortKey = place.indexOf(KeyText.SEPARATOR, afterIndex + 1);
        String sortKey =
                afterSortKey < 0 ? place.substring(afterIndex + 1) : place.substring(afterIndex + 1, afterSortKey);
        return new IndexEntry(place.substring(0, afterIndex), sortKey);
    }
}
