package kz.legality.evidence.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import kz.legality.evidence.proof.TilePath;

/** Tiles as files, in the folders of C2SP tlog-tiles: any web server can hand them out as they lie there. */
final class TileFiles implements AutoCloseable {
    /** Disks take several forces at once better than one after the other. */
    private static final int FORCES_AT_ONCE = 8;

    private final Path root;
    private final Set<Path> unforced = new LinkedHashSet<>();
    private final Set<Path> outgrown = new LinkedHashSet<>();
    private final Set<Path> knownFolders = new LinkedHashSet<>();
    private final ExecutorService forcing = Executors.newFixedThreadPool(
            FORCES_AT_ONCE, Thread.ofPlatform().daemon().name("log-force-", 0).factory());

    TileFiles(Path root) {
        this.root = root;
    }

    /** A crash after this leaves the tile or not; no checkpoint speaks of it yet. */
    void put(TilePath tile, byte[] bytes) {
        Path file = root.resolve(tile.text());
        try {
            Path folder = file.getParent();
            if (knownFolders.add(folder)) {
                Files.createDirectories(folder);
            }
            DurableFiles.put(file, bytes);
            unforced.add(file);
            unforced.add(folder);
            if (tile.isFull()) {
                outgrown.add(root.resolve(tile.partialFolder()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("tile " + tile.text() + " cannot be written: " + e.getMessage(), e);
        }
    }

    /** After this every tile that was put is on disk. */
    void force() {
        try {
            for (Future<?> done : unforced.stream()
                    .<Future<?>>map(file -> forcing.submit(() -> {
                        DurableFiles.force(file);
                        return file;
                    }))
                    .toList()) {
                done.get();
            }
            unforced.clear();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the tiles cannot be forced to disk: " + failed.getCause(), failed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while tiles were forced to disk", e);
        }
    }

    /** Partial tiles whose full tile a checkpoint speaks of by now. */
    void dropOutgrown() {
        for (Path folder : outgrown) {
            try (Stream<Path> partial = Files.exists(folder) ? Files.list(folder) : Stream.empty()) {
                for (Path file : partial.toList()) {
                    Files.deleteIfExists(file);
                }
                Files.deleteIfExists(folder);
                knownFolders.remove(folder);
            } catch (IOException e) {
                throw new UncheckedIOException("partial tiles in " + folder + " cannot be removed", e);
            }
        }
        outgrown.clear();
    }

    Optional<byte[]> read(TilePath tile) {
        try {
            return Optional.of(Files.readAllBytes(root.resolve(tile.text())));
        } catch (java.nio.file.NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("tile " + tile.text() + " cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        forcing.shutdownNow();
    }
}
