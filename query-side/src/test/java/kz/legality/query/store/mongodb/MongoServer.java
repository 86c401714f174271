package kz.legality.query.store.mongodb;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;

/** The server to test with. Without one the tests are skipped, and say so. */
final class MongoServer {
    private static final String VARIABLE = "MONGODB_URI";

    private MongoServer() {}

    /** The URI of an empty database; the test is skipped when none is given. */
    static String emptyDatabase() {
        String uri = System.getenv(VARIABLE);
        if (uri == null || uri.isBlank()) {
            String why = "SKIPPED: MongoDB is not tested, because " + VARIABLE
                    + " is not set (mongodb://HOST:PORT/DATABASE; the database is emptied)";
            System.err.println(why);
            Assumptions.abort(why);
        }
        String database = Objects.requireNonNull(
                new ConnectionString(uri).getDatabase(), VARIABLE + " names no database: it must end in /NAME");
        try (MongoClient client = MongoClients.create(uri)) {
            client.getDatabase(database).drop();
        }
        return uri;
    }
}
