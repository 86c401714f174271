package kz.legality.observation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.duckdb.DuckDBConnection;

/**
 * DuckDB with what the detectors ask besides the archive. Everything in it can be thrown away: tables of the ledger are
 * made again from the events, what operators saw from the archive. One caller at a time.
 */
final class Database implements AutoCloseable {
    private static final String MEMORY_LIMIT = "1800MB";

    private final DuckDBConnection connection;

    private Database(DuckDBConnection connection) {
        this.connection = connection;
    }

    static Database open(Path file, Path temporary) {
        Properties settings = new Properties();
        settings.setProperty("memory_limit", MEMORY_LIMIT);
        settings.setProperty("threads", String.valueOf(Runtime.getRuntime().availableProcessors()));
        settings.setProperty("temp_directory", temporary.toString());
        // Lets it write encrypted files without its extension for OpenSSL; what that asks for is seen to by
        // SealedParquet.
        settings.setProperty("force_mbedtls_unsafe", "true");
        settings.setProperty("autoinstall_known_extensions", "false");
        try {
            return new Database(
                    DriverManager.getConnection("jdbc:duckdb:" + file, settings).unwrap(DuckDBConnection.class));
        } catch (SQLException e) {
            throw new ArchiveFailure("the archive's database " + file + " cannot be opened", e);
        }
    }

    DuckDBConnection connection() {
        return connection;
    }

    void run(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new ArchiveFailure("a query of the archive failed", e);
        }
    }

    /** What one row of an answer is read to. */
    interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    <T> List<T> rows(String sql, Reading<T> reading) {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            List<T> rows = new ArrayList<>();
            while (answer.next()) {
                rows.add(reading.read(answer));
            }
            return rows;
        } catch (SQLException e) {
            throw new ArchiveFailure("a query of the archive failed", e);
        }
    }

    long number(String sql) {
        return rows(sql, row -> row.getLong(1)).getFirst();
    }

    /** The text of a query kept in a file of its own, with its parameters ({@code $name}) put in. */
    static String query(String name, Map<String, ?> parameters) {
        String text = resource(name + ".sql");
        for (Map.Entry<String, ?> parameter : parameters.entrySet()) {
            text = text.replace("$" + parameter.getKey(), literal(parameter.getValue()));
        }
        return text;
    }

    static String literal(Object value) {
        return switch (value) {
            case Number number -> number.toString();
            case LocalDate day -> "DATE '" + day + "'";
            default -> "'" + value.toString().replace("'", "''") + "'";
        };
    }

    private static String resource(String name) {
        try (InputStream in = Database.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the query " + name + " is not aboard");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the query " + name + " cannot be read", e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new ArchiveFailure("the archive's database did not close", e);
        }
    }
}
