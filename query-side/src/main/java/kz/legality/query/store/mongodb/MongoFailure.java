package kz.legality.query.store.mongodb;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import java.util.Set;
import java.util.function.Supplier;
import kz.legality.query.store.ReadStoreClosedException;
import kz.legality.query.store.ReadStoreDamagedException;
import kz.legality.query.store.ReadStoreUnavailableException;
import org.bson.BsonInvalidOperationException;

/** Says in the port's words what the driver says in its own. */
final class MongoFailure {
    static final int DUPLICATE_KEY = 11_000;
    static final int NAMESPACE_EXISTS = 48;

    private static final int COMMAND_NOT_FOUND = 59;
    private static final int ILLEGAL_OPERATION = 20;
    private static final int NOT_IMPLEMENTED = 238;
    private static final int NOT_SUPPORTED_IN_TRANSACTION = 263;
    private static final Set<Integer> NO_TRANSACTIONS =
            Set.of(COMMAND_NOT_FOUND, ILLEGAL_OPERATION, NOT_IMPLEMENTED, NOT_SUPPORTED_IN_TRANSACTION);

    private MongoFailure() {}

    /** Runs a call to the server; what it throws is named. */
    static <T> T named(String store, Supplier<T> call) {
        try {
            return call.get();
        } catch (MongoInterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ReadStoreUnavailableException(store, "interrupted", e);
        } catch (MongoException e) {
            throw new ReadStoreUnavailableException(store, String.valueOf(e.getMessage()), e);
        } catch (BsonInvalidOperationException e) {
            // A field is missing or of another type: nothing of ours wrote that.
            throw new ReadStoreDamagedException(store, String.valueOf(e.getMessage()), e);
        } catch (IllegalStateException e) {
            if (String.valueOf(e.getMessage()).contains("state should be: open")) {
                throw new ReadStoreClosedException(store);
            }
            throw e;
        }
    }

    /** Whether the server, whatever it says it is, knows no transactions. */
    static boolean saysNoTransactions(MongoException e) {
        return e instanceof MongoCommandException && NO_TRANSACTIONS.contains(e.getCode());
    }

    static boolean isCommandNotFound(MongoException e) {
        return e.getCode() == COMMAND_NOT_FOUND;
    }
}
