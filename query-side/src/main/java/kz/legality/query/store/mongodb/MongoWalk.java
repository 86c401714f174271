package kz.legality.query.store.mongodb;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import kz.legality.query.store.Document;
import kz.legality.query.store.KeyText;
import kz.legality.query.store.Selection;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a selection, some places at a time, each time from where the last one ended: no cursor stays open on the
 * server, so an export of hours outlives its time limits and a change of the primary.
 */
final class MongoWalk {
    private final MongoCollections collections;
    private final Selection selection;
    private final int placesAtOnce;

    MongoWalk(MongoCollections collections, Selection selection, int placesAtOnce) {
        this.collections = collections;
        this.selection = selection;
        this.placesAtOnce = placesAtOnce;
    }

    /** Shows each place and its document, until one is answered by false. */
    void each(@Nullable String cursor, BiPredicate<String, Document> visit) {
        String from = cursor;
        while (true) {
            List<BsonDocument> stored = some(selection.after(from));
            if (!show(stored, visit) || stored.size() < placesAtOnce) {
                return;
            }
            from = Selection.cursor(id(stored.getLast()));
        }
    }

    private List<BsonDocument> some(Selection.Bounds bounds) {
        String kind = selection.index() == null ? MongoCollections.VIEW : MongoCollections.ENTRIES;
        return collections
                .find(null, kind + selection.view(), MongoCollections.within(bounds))
                .sort(selection.descending() ? Sorts.descending("_id") : Sorts.ascending("_id"))
                .limit(placesAtOnce)
                .into(new ArrayList<>());
    }

    private boolean show(List<BsonDocument> stored, BiPredicate<String, Document> visit) {
        if (selection.index() == null) {
            for (BsonDocument document : stored) {
                if (!visit.test(id(document), MongoDocument.decode(document))) {
                    return false;
                }
            }
            return true;
        }
        List<String> keys = new ArrayList<>();
        stored.forEach(entry -> keys.add(key(id(entry))));
        Map<String, Document> documents = documents(collections, selection.view(), keys);
        for (int i = 0; i < keys.size(); i++) {
            String place = id(stored.get(i));
            Document document = documents.get(keys.get(i));
            // The document says where it stands: an entry it does not know is a moment too young or too old.
            boolean stands = document != null && document.entries().contains(MongoDocument.entry(place));
            if (stands && !visit.test(place, document)) {
                return false;
            }
        }
        return true;
    }

    static Map<String, Document> documents(MongoCollections collections, String view, List<String> keys) {
        Map<String, Document> found = new HashMap<>();
        for (int from = 0; from < keys.size(); from += MongoCollections.OPERATIONS_AT_ONCE) {
            List<String> some = keys.subList(from, Math.min(keys.size(), from + MongoCollections.OPERATIONS_AT_ONCE));
            collections
                    .find(null, MongoCollections.VIEW + view, Filters.in("_id", some))
                    .forEach(stored -> found.put(id(stored), MongoDocument.decode(stored)));
        }
        return found;
    }

    private static String key(String place) {
        return place.substring(place.lastIndexOf(KeyText.SEPARATOR) + 1);
    }

    private static String id(BsonDocument stored) {
        return stored.getString("_id").getValue();
    }
}
