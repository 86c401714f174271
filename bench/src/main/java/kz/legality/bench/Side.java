package kz.legality.bench;

import java.nio.file.Path;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;

/** One of those that are compared: somewhere events are kept. */
interface Side extends AutoCloseable {
    /** Returns when all of them are on the disk; all or none. */
    void append(List<? extends DomainEventMessage<?>> events);

    @Override
    void close();

    /** The sides of every comparison, in the order they take turns. */
    enum Kind {
        LEDGER("ours (RocksDB)") {
            @Override
            Side open(Path directory) {
                return new LedgerSide(directory);
            }
        },
        SQLITE("Axon JDBC on SQLite") {
            @Override
            Side open(Path directory) {
                return new SqliteSide(directory);
            }
        },
        POSTGRES("Axon JDBC on PostgreSQL") {
            @Override
            Side open(Path directory) {
                return new PostgresSide(directory);
            }

            @Override
            boolean isThere() {
                return PostgresServer.programs().isPresent();
            }
        },
        FILE("bare file") {
            @Override
            Side open(Path directory) {
                return new FileSide(directory);
            }
        };

        final String written;

        Kind(String written) {
            this.written = written;
        }

        abstract Side open(Path directory);

        /** False where this machine has not got what it needs; the others are compared without it. */
        boolean isThere() {
            return true;
        }
    }
}
