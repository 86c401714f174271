package kz.legality.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A PostgreSQL of its own in an empty directory, as its makers set it up: every commit is forced to disk. It refuses to run as
 * root, so root hands it to the user {@code postgres}.
 */
final class PostgresServer implements AutoCloseable {
    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
    private static final int PATIENCE_SECONDS = 60;

    private final Path directory;
    private final Path programs;
    private final int port;

    /** The programs of the newest version that is installed; empty where none is. */
    static Optional<Path> programs() {
        if (!Files.isDirectory(INSTALLED)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(INSTALLED)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Path::compareTo);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    PostgresServer(Path directory) throws IOException, InterruptedException {
        this.directory = Files.createDirectories(directory).toAbsolutePath();
        this.programs = programs().orElseThrow();
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = free.getLocalPort();
        }
        if (isRoot()) {
            run(List.of("chown", "postgres", this.directory.toString()));
            run(List.of("chmod", "o+x", this.directory.resolve("..").toString()));
        }
        asItsUser(
                "initdb", "-D", data(), "-U", "bench", "-A", "trust", "--no-instructions", "-E", "UTF8", "--locale=C");
        asItsUser(
                "pg_ctl",
                "-D",
                data(),
                "-l",
                this.directory.resolve("log").toString(),
                "-w",
                "-o",
                "-p " + port + " -k '' -c listen_addresses=127.0.0.1",
                "start");
    }

    String address() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=bench";
    }

    @Override
    public void close() {
        try {
            asItsUser("pg_ctl", "-D", data(), "-w", "-m", "fast", "stop");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String data() {
        return directory.resolve("data").toString();
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private void asItsUser(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(isRoot() ? List.of("runuser", "-u", "postgres", "--") : List.of());
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        run(command);
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        Path said = directory.resolveSibling(directory.getFileName() + ".said");
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException(String.join(" ", command) + ": " + Files.readString(said));
        }
    }
}
