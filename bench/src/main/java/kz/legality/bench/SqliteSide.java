package kz.legality.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import kz.legality.command.storedform.StoredForm;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.jdbc.AbstractEventTableFactory;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;

/**
 * Axon's own {@link JdbcEventStorageEngine} as it comes, on SQLite with a write-ahead log that is forced at each commit.
 *
 * <p>One connection, which callers take in turn: SQLite has one writer at a time, and callers with connections of their
 * own would find it busy, sleep and ask again, which is slower. The lock is unfair for the same reason.
 */
final class SqliteSide implements Side {
    private static final int BUSY_MILLIS = 10_000;

    private final Connection connection;
    private final ReentrantLock turn = new ReentrantLock();
    private final JdbcEventStorageEngine engine;

    SqliteSide(Path directory) {
        StoredForm form = new StoredForm();
        try {
            Files.createDirectories(directory);
            connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("events.db"));
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA journal_mode=WAL");
                statement.execute("PRAGMA synchronous=FULL");
                statement.execute("PRAGMA busy_timeout=" + BUSY_MILLIS);
            }
            connection.setAutoCommit(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        Connection lent = KeptOpen.of(connection);
        engine = JdbcEventStorageEngine.builder()
                .eventSerializer(form)
                .snapshotSerializer(form)
                .connectionProvider(() -> lent)
                .transactionManager(this::begin)
                .build();
        Transaction creating = begin();
        engine.createSchema(new Tables());
        creating.commit();
    }

    @Override
    public void append(List<? extends DomainEventMessage<?>> events) {
        engine.appendEvents(events);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Transaction begin() {
        turn.lock();
        return new JdbcTransaction(connection, turn::unlock);
    }

    /** Axon's columns and indexes; an INTEGER primary key counts up by itself in SQLite. */
    private static final class Tables extends AbstractEventTableFactory {
        @Override
        protected String idColumnType() {
            return "INTEGER";
        }

        @Override
        protected String payloadType() {
            return "BLOB";
        }
    }
}
