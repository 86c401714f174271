package kz.legality.simulation;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The nation's files, all open at once: a story writes into whichever its rows belong to. */
final class OutputFiles implements AutoCloseable {
    private static final int BUFFER_CHARS = 1 << 16;

    private static final class Open {
        private final Path path;
        private final String kind;
        private final BufferedWriter writer;
        private long rows;

        private Open(Path path, String kind, BufferedWriter writer) {
            this.path = path;
            this.kind = kind;
            this.writer = writer;
        }
    }

    private final Path folder;
    private final TreeMap<String, Open> open = new TreeMap<>();

    OutputFiles(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    void row(String name, String kind, String header, CharSequence row) {
        Open file = open.get(name);
        if (file == null) {
            file = create(name, kind, header);
            open.put(name, file);
        }
        try {
            file.writer.append(row).append('\n');
            file.rows++;
        } catch (IOException e) {
            throw new UncheckedIOException(file.path + " cannot be written", e);
        }
    }

    private Open create(String name, String kind, String header) {
        Path path = folder.resolve(name);
        try {
            BufferedWriter writer =
                    new BufferedWriter(Files.newBufferedWriter(path, StandardCharsets.UTF_8), BUFFER_CHARS);
            writer.append(header).append('\n');
            return new Open(path, kind, writer);
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be written", e);
        }
    }

    /** In the order in which they are best fed. */
    List<WrittenFile> written() {
        return open.values().stream()
                .map(it -> new WrittenFile(it.path, it.kind, it.rows))
                .toList();
    }

    @Override
    public void close() throws IOException {
        List<IOException> failures = new ArrayList<>();
        for (Open file : open.values()) {
            try {
                file.writer.close();
            } catch (IOException e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
    }
}
