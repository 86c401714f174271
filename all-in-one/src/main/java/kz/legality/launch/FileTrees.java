package kz.legality.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Folders with all that is in them. */
final class FileTrees {
    private FileTrees() {}

    /** The files below a folder, by their paths from it, sorted. */
    static List<Path> filesBelow(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(folder::relativize)
                    .sorted()
                    .toList();
        }
    }

    /** Copies a folder whose files come and go meanwhile: what is gone when its turn comes is left out. */
    static void copy(Path from, Path to) throws IOException {
        for (Path file : filesBelow(from)) {
            Path copy = to.resolve(file);
            Files.createDirectories(parentOf(copy));
            try {
                Files.copy(from.resolve(file), copy, StandardCopyOption.COPY_ATTRIBUTES);
            } catch (NoSuchFileException gone) {
                Files.deleteIfExists(copy);
            }
        }
    }

    /** Nothing where there is no such folder. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path emptied, @Nullable IOException failed) throws IOException {
                Files.delete(emptied);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** What cannot be deleted now is deleted by the next attempt. */
    static void deleteQuietly(Path folder) {
        try {
            delete(folder);
        } catch (IOException left) {
            // It is scratch under a name of its own, and begins afresh the next time.
        }
    }

    /** Makes a file outlive a loss of power. */
    static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    static Path parentOf(Path file) throws IOException {
        Path parent = file.getParent();
        if (parent == null) {
            throw new IOException(file + " has no parent");
        }
        return parent;
    }
}
