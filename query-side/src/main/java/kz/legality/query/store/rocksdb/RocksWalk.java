package kz.legality.query.store.rocksdb;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiPredicate;
import kz.legality.query.store.Document;
import kz.legality.query.store.Selection;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Slice;
import org.rocksdb.Snapshot;

/** Goes through a selection as it stood when the walk began, a handful of documents at a time. */
final class RocksWalk {
    private final RocksColumns columns;
    private final RocksGate gate;
    private final Selection selection;
    private final int documentsAtOnce;

    RocksWalk(RocksColumns columns, RocksGate gate, Selection selection, int documentsAtOnce) {
        this.columns = columns;
        this.gate = gate;
        this.selection = selection;
        this.documentsAtOnce = documentsAtOnce;
    }

    /** Shows each place and its document, until one is answered by false. */
    void each(Selection.Bounds bounds, boolean once, BiPredicate<String, Document> visit) throws RocksDBException {
        Snapshot snapshot = columns.db.getSnapshot();
        try (Slice low = new Slice(RocksKeys.low(selection.view(), bounds));
                Slice high = new Slice(RocksKeys.high(selection.view(), bounds));
                // What is read once, by an export, would only push out what is read often.
                ReadOptions options = new ReadOptions().setSnapshot(snapshot).setFillCache(!once);
                ReadOptions bounded =
                        new ReadOptions(options).setIterateLowerBound(low).setIterateUpperBound(high);
                RocksIterator iterator = columns.db.newIterator(
                        selection.index() == null ? columns.documents : columns.entries, bounded)) {
            if (selection.descending()) {
                iterator.seekToLast();
            } else {
                iterator.seekToFirst();
            }
            boolean more = true;
            while (more && iterator.isValid()) {
                gate.check();
                more = selection.index() == null ? oneDocument(iterator, visit) : someEntries(iterator, options, visit);
            }
            iterator.status();
        } finally {
            columns.db.releaseSnapshot(snapshot);
        }
    }

    private boolean oneDocument(RocksIterator iterator, BiPredicate<String, Document> visit) {
        String key = RocksKeys.rest(selection.view(), iterator.key());
        Document document = columns.document(key, iterator.value());
        step(iterator);
        return visit.test(key, document);
    }

    private boolean someEntries(RocksIterator iterator, ReadOptions options, BiPredicate<String, Document> visit)
            throws RocksDBException {
        List<String> places = new ArrayList<>();
        List<RocksKeys.EntryPlace> entries = new ArrayList<>();
        List<byte[]> keys = new ArrayList<>();
        for (; iterator.isValid() && places.size() < documentsAtOnce; step(iterator)) {
            String place = RocksKeys.rest(selection.view(), iterator.key());
            RocksKeys.EntryPlace entry = RocksKeys.entryPlace(place);
            places.add(place);
            entries.add(entry);
            keys.add(RocksKeys.in(selection.view(), entry.key()));
        }
        List<byte[]> stored =
                columns.db.multiGetAsList(options, Collections.nCopies(keys.size(), columns.documents), keys);
        for (int i = 0; i < places.size(); i++) {
            byte[] bytes = stored.get(i);
            RocksKeys.EntryPlace entry = entries.get(i);
            Document document = bytes == null ? null : columns.document(entry.key(), bytes);
            // The document says where it stands; an entry it does not know was left by a caller who named a wrong
            // predecessor, and is passed over.
            boolean stands = document != null && document.entries().contains(entry.entry());
            if (stands && !visit.test(places.get(i), document)) {
                return false;
            }
        }
        return true;
    }

    private void step(RocksIterator iterator) {
        if (selection.descending()) {
            iterator.prev();
        } else {
            iterator.next();
        }
    }
}
