package kz.legality.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import kz.legality.command.storedform.StoredForm;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;

/**
 * Axon's own {@link JdbcEventStorageEngine} as it comes, with its own tables for PostgreSQL. Each caller has a connection of his own,
 * and one transaction an append; PostgreSQL forces several commits at once by itself.
 */
final class PostgresSide implements Side {
    private final PostgresServer server;
    private final List<Connection> opened = new ArrayList<>();
    private final ThreadLocal<Connection> own = ThreadLocal.withInitial(this::open);
    private final JdbcEventStorageEngine engine;

    PostgresSide(Path directory) {
        StoredForm form = new StoredForm();
        try {
            server = new PostgresServer(directory);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        engine = JdbcEventStorageEngine.builder()
                .eventSerializer(form)
                .snapshotSerializer(form)
                .connectionProvider(() -> KeptOpen.of(own.get()))
                .transactionManager(this::begin)
                .build();
        Transaction creating = begin();
        engine.createSchema(PostgresEventTableFactory.INSTANCE);
        creating.commit();
    }

    @Override
    public void append(List<? extends DomainEventMessage<?>> events) {
        engine.appendEvents(events);
    }

    @Override
    public void close() {
        try {
            for (Connection connection : opened) {
                connection.close();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            server.close();
        }
    }

    private Connection open() {
        try {
            Connection connection = DriverManager.getConnection(server.address());
            connection.setAutoCommit(false);
            synchronized (opened) {
                opened.add(connection);
            }
            return connection;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Transaction begin() {
        return new JdbcTransaction(own.get(), () -> {});
    }
}
