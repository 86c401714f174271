package kz.legality.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A directory that is gone afterwards, below {@code -Dbench.scratch}: on the disk that is to be measured, which a
 * system's directory for temporary files may not be.
 */
public record Scratch(Path directory) implements AutoCloseable {
    public static Scratch make() throws IOException {
        Path below = Path.of(System.getProperty("bench.scratch", "target/scratch"));
        Files.createDirectories(below);
        return new Scratch(Files.createTempDirectory(below.toAbsolutePath(), "bench"));
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            paths.sorted(Comparator.reverseOrder()).forEach(Scratch::delete);
        }
    }

    private static void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
