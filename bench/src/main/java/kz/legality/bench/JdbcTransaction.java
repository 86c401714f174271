package kz.legality.bench;

import java.sql.Connection;
import java.sql.SQLException;
import org.axonframework.common.transaction.Transaction;

/**
 * What was done on a connection since its last end.
 *
 * @param afterwards runs once it has ended, however it did
 */
record JdbcTransaction(Connection connection, Runnable afterwards) implements Transaction {
    @Override
    public void commit() {
        end(connection::commit);
    }

    @Override
    public void rollback() {
        end(connection::rollback);
    }

    private interface Ending {
        void run() throws SQLException;
    }

    private void end(Ending ending) {
        try {
            ending.run();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            afterwards.run();
        }
    }
}
