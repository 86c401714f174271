package kz.legality.query.store.mongodb;

import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.conversions.Bson;

/**
 * One write, absolute and guarded by position, so that doing it again changes nothing. Every collection of a view is
 * written by these two alone, so documents, entries and counters share one guard.
 */
sealed interface MongoOperation {
    String collection();

    /** @param pipelines whether the server knows updates by pipeline */
    WriteModel<BsonDocument> model(boolean pipelines);

    /** As the journal keeps it. */
    BsonDocument journaled();

    /** Leaves {@code body} under its {@code _id}, unless what stands there has its position or a later one. */
    record Put(String collection, BsonDocument body) implements MongoOperation {
        @Override
        public WriteModel<BsonDocument> model(boolean pipelines) {
            return pipelines ? byPipeline() : byFilter();
        }

        private WriteModel<BsonDocument> byPipeline() {
            // In one pipeline: a filter by position with upsert would try to insert over a later document.
            BsonArray stale = new BsonArray(List.of(new BsonString("$position"), body.getInt64("position")));
            BsonArray choice = new BsonArray(List.of(
                    new BsonDocument("$gte", stale),
                    new BsonString("$$ROOT"),
                    // Literal, or a text that begins with '$' would be taken for an expression.
                    new BsonDocument("$literal", body)));
            BsonDocument replace = new BsonDocument("$replaceWith", new BsonDocument("$cond", choice));
            return new UpdateOneModel<>(
                    Filters.eq("_id", body.getString("_id")), List.of(replace), new UpdateOptions().upsert(true));
        }

        /** Where a later document stands this fails with a duplicate key, which then only says that ours is stale. */
        private WriteModel<BsonDocument> byFilter() {
            Bson older = olderThan(body.getString("_id"), body.getInt64("position"));
            return new ReplaceOneModel<>(older, body, new ReplaceOptions().upsert(true));
        }

        @Override
        public BsonDocument journaled() {
            return new BsonDocument("in", new BsonString(collection)).append("put", body);
        }
    }

    /** Removes what stands under an {@code _id}, unless it has this position or a later one. */
    record Remove(String collection, String id, long position) implements MongoOperation {
        @Override
        public WriteModel<BsonDocument> model(boolean pipelines) {
            return new DeleteOneModel<>(olderThan(new BsonString(id), new BsonInt64(position)));
        }

        @Override
        public BsonDocument journaled() {
            return new BsonDocument("in", new BsonString(collection))
                    .append("remove", new BsonString(id))
                    .append("position", new BsonInt64(position));
        }
    }

    /** Not joined by $and: simple servers then find no index for the {@code _id}. */
    private static Bson olderThan(BsonString id, BsonInt64 position) {
        return new BsonDocument("_id", id).append("position", new BsonDocument("$lt", position));
    }

    static MongoOperation ofJournal(BsonDocument journaled) {
        String collection = journaled.getString("in").getValue();
        return journaled.containsKey("put")
                ? new Put(collection, journaled.getDocument("put"))
                : new Remove(
                        collection,
                        journaled.getString("remove").getValue(),
                        journaled.getInt64("position").getValue());
    }
}
