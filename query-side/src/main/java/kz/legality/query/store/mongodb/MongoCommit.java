package kz.legality.query.store.mongodb;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.TransactionOptions;
import com.mongodb.client.ClientSession;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import kz.legality.query.store.ClaimLostException;
import kz.legality.query.store.ReadStoreDamagedException;
import kz.legality.query.store.TokenWrite;
import kz.legality.query.store.WriteBatch;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * Writes a batch whole or not at all.
 *
 * <p>On a replica set it is one transaction. A stand-alone server has none; there the batch is first written to the
 * journal as absolute operations, then the token names it in one update that also checks the claim (that is the moment
 * of commit), then it is carried out, and then the token moves on. Views written without this, and the token last, would
 * be ahead of the token after a crash, and a projector that reads them on replay would see the future.
 *
 * <p>A batch without a token is carried out directly on a stand-alone server: nobody would complete it.
 */
final class MongoCommit {
    private static final int ATTEMPTS_MAX = 8;
    private static final long PAUSE_MILLIS = 20;
    private static final TransactionOptions SNAPSHOT = TransactionOptions.builder()
            .readConcern(ReadConcern.SNAPSHOT)
            .readPreference(ReadPreference.primary())
            .writeConcern(MongoCollections.DURABLE)
            .build();

    private final MongoCollections collections;
    private final MongoTokens tokens;
    private final MongoJournal journal;
    private final Consumer<CommitStep> reached;
    private final boolean pipelines;
    private volatile boolean transactions;

    MongoCommit(
            MongoCollections collections,
            MongoTokens tokens,
            MongoJournal journal,
            boolean transactions,
            boolean pipelines,
            Consumer<CommitStep> reached) {
        this.collections = collections;
        this.tokens = tokens;
        this.journal = journal;
        this.transactions = transactions && pipelines;
        this.pipelines = pipelines;
        this.reached = reached;
    }

    void commit(WriteBatch batch) {
        batch.token().ifPresent(this::complete);
        if (transactions) {
            byTransaction(batch);
        } else if (batch.token().isPresent()) {
            byJournal(batch, batch.token().get());
        } else {
            carryOut(MongoPlan.of(batch, collections, null), null);
        }
    }

    // --- with transactions

    private void byTransaction(WriteBatch batch) {
        batch.changes().keySet().forEach(view -> {
            collections.ensure(MongoCollections.VIEW + view);
            collections.ensure(MongoCollections.ENTRIES + view);
        });
        collections.ensure(MongoCollections.COUNTERS);
        for (int attempt = 1; ; attempt++) {
            try (ClientSession session = collections.client.startSession()) {
                session.startTransaction(SNAPSHOT);
                try {
                    batch.token().ifPresent(write -> tokens.move(session, write));
                    carryOut(MongoPlan.of(batch, collections, session), session);
                    end(session);
                    return;
                } finally {
                    if (session.hasActiveTransaction()) {
                        session.abortTransaction();
                    }
                }
            } catch (MongoException e) {
                if (MongoFailure.saysNoTransactions(e)) {
                    transactions = false;
                    commit(batch);
                    return;
                }
                if (!e.hasErrorLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL) || attempt == ATTEMPTS_MAX) {
                    throw e;
                }
                pause(attempt);
            }
        }
    }

    private static void end(ClientSession session) {
        for (int attempt = 1; ; attempt++) {
            try {
                session.commitTransaction();
                return;
            } catch (MongoException e) {
                if (!e.hasErrorLabel(MongoException.UNKNOWN_TRANSACTION_COMMIT_RESULT_LABEL)
                        || attempt == ATTEMPTS_MAX) {
                    throw e;
                }
                pause(attempt);
            }
        }
    }

    // --- by journal

    private void byJournal(WriteBatch batch, TokenWrite write) {
        String token = MongoTokens.id(write.processor(), write.segment());
        List<MongoOperation> operations = MongoPlan.of(batch, collections, null);
        String name = UUID.randomUUID().toString();
        int chunks = journal.write(token, name, operations);
        reached.accept(CommitStep.JOURNAL_WRITTEN);
        if (!tokens.name(write, name, chunks)) {
            journal.remove(token, name);
            throw new ClaimLostException(write);
        }
        reached.accept(CommitStep.TOKEN_NAMES_BATCH);
        finish(token, name, operations);
    }

    /** Completes what a crash left of the last batch of a segment; nothing when nothing was left. */
    void complete(String processor, int segment) {
        String token = MongoTokens.id(processor, segment);
        tokens.named(token).ifPresent(named -> {
            var operations = journal.read(token, named.batch(), named.chunks());
            if (operations.isPresent()) {
                finish(token, named.batch(), operations.get());
            } else if (tokens.named(token).equals(Optional.of(named))) {
                // Not completed by another meanwhile: the server lost what it had acknowledged.
                throw new ReadStoreDamagedException(
                        collections.database.getName(), "the journal of " + named.batch() + " is incomplete", null);
            }
        });
    }

    private void complete(TokenWrite write) {
        complete(write.processor(), write.segment());
    }

    private void finish(String token, String batch, List<MongoOperation> operations) {
        carryOut(operations, null);
        reached.accept(CommitStep.DONE);
        tokens.moveOn(token, batch);
        reached.accept(CommitStep.TOKEN_MOVED);
        journal.remove(token, batch);
    }

    /** In order of collections; within one, operations are of different keys and in no order. */
    private void carryOut(List<MongoOperation> operations, @Nullable ClientSession session) {
        List<Map<String, List<WriteModel<BsonDocument>>>> phases = phases(operations);
        for (var phase : phases) {
            phase.forEach((collection, models) -> {
                write(session, collection, models);
                if (session == null) {
                    reached.accept(CommitStep.HALF_DONE);
                }
            });
        }
    }

    private void write(@Nullable ClientSession session, String collection, List<WriteModel<BsonDocument>> models) {
        for (int attempt = 1; ; attempt++) {
            try {
                collections.bulkWrite(session, collection, models);
                return;
            } catch (MongoBulkWriteException e) {
                boolean duplicates = session == null
                        && e.getWriteConcernError() == null
                        && e.getWriteErrors().stream().allMatch(error -> error.getCode() == MongoFailure.DUPLICATE_KEY);
                if (!duplicates || attempt == ATTEMPTS_MAX) {
                    throw e;
                }
                // Two upserts of one key met, ours and one of a predecessor that lost its claim: the second time there
                // is a document to compare with. Without pipelines a duplicate that stays is a later document.
                if (!pipelines && attempt > 1) {
                    return;
                }
            }
        }
    }

    /** Entries to add stand before the documents, entries to remove after them; each is a phase of its own. */
    private List<Map<String, List<WriteModel<BsonDocument>>>> phases(List<MongoOperation> operations) {
        Map<String, List<WriteModel<BsonDocument>>> added = new LinkedHashMap<>();
        Map<String, List<WriteModel<BsonDocument>>> documents = new LinkedHashMap<>();
        Map<String, List<WriteModel<BsonDocument>>> removed = new LinkedHashMap<>();
        for (MongoOperation operation : operations) {
            boolean entry = operation.collection().startsWith(MongoCollections.ENTRIES);
            var phase = !entry ? documents : operation instanceof MongoOperation.Put ? added : removed;
            phase.computeIfAbsent(operation.collection(), name -> new ArrayList<>())
                    .add(operation.model(pipelines));
        }
        return List.of(added, documents, removed);
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(PAUSE_MILLIS * attempt);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MongoInterruptedException("interrupted between two attempts", e);
        }
    }
}
