package kz.legality.query.store.mongodb;

import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.legality.query.store.KeyText;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;

/**
 * Where a batch is written down before it is carried out, on a server without transactions. It counts once the token
 * names it; what no token names was never committed and is swept away when the segment is claimed.
 */
final class MongoJournal {
    private static final int CHUNK_BYTES_MAX = 8 << 20;
    private static final int OPERATION_BYTES = 300;

    private final MongoCollections collections;

    MongoJournal(MongoCollections collections) {
        this.collections = collections;
    }

    /** Writes the operations in chunks that fit a document; returns how many. */
    int write(String token, String batch, List<MongoOperation> operations) {
        List<BsonDocument> chunks = new ArrayList<>();
        BsonArray some = new BsonArray();
        long bytes = 0;
        for (MongoOperation operation : operations) {
            int size = size(operation);
            if (!some.isEmpty() && bytes + size > CHUNK_BYTES_MAX) {
                chunks.add(chunk(token, batch, chunks.size(), some));
                some = new BsonArray();
                bytes = 0;
            }
            some.add(operation.journaled());
            bytes += size;
        }
        chunks.add(chunk(token, batch, chunks.size(), some));
        // One at a time: together they may be more than a message holds.
        chunks.forEach(chunk -> collections.of(MongoCollections.JOURNAL).insertOne(chunk));
        return chunks.size();
    }

    /** The operations of a batch; empty when not all of its chunks are there. */
    Optional<List<MongoOperation>> read(String token, String batch, int chunks) {
        List<MongoOperation> operations = new ArrayList<>();
        int found = 0;
        for (BsonDocument chunk : collections
                .of(MongoCollections.JOURNAL)
                .find(MongoCollections.belongingTo(owner(token, batch)))
                .sort(Sorts.ascending("_id"))) {
            for (BsonValue operation : chunk.getArray("operations")) {
                operations.add(MongoOperation.ofJournal(operation.asDocument()));
            }
            found++;
        }
        return found == chunks ? Optional.of(operations) : Optional.empty();
    }

    void remove(String token, String batch) {
        collections.of(MongoCollections.JOURNAL).deleteMany(MongoCollections.belongingTo(owner(token, batch)));
    }

    /** Removes what was written for a token. Only for who holds its claim and has seen it name nothing. */
    void sweep(String token) {
        collections.of(MongoCollections.JOURNAL).deleteMany(MongoCollections.belongingTo(token));
    }

    private static BsonDocument chunk(String token, String batch, int number, BsonArray operations) {
        String id = owner(token, batch) + KeyText.SEPARATOR + String.format("%06d", number);
        return new BsonDocument("_id", new BsonString(id)).append("operations", operations);
    }

    private static String owner(String token, String batch) {
        return token + KeyText.SEPARATOR + batch;
    }

    /** Not exact, but never too small. */
    private static int size(MongoOperation operation) {
        if (operation instanceof MongoOperation.Put put && put.body().containsKey("json")) {
            int entries = 0;
            for (BsonValue entry : put.body().getArray("ix")) {
                entries += 4 * entry.asString().getValue().length() + 16;
            }
            return OPERATION_BYTES
                    + 3 * KeyText.KEY_CHARS_MAX
                    + put.body().getBinary("json").getData().length
                    + entries;
        }
        return OPERATION_BYTES + 8 * KeyText.KEY_CHARS_MAX;
    }
}
