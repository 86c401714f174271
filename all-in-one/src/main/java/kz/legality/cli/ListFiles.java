package kz.legality.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kz.legality.door.release.ReleaseRow;
import org.jspecify.annotations.Nullable;

/**
 * The files a list is written into, in several formats at once. Each has its name only when it is whole: a crash leaves a
 * {@code .part} and no list that looks complete.
 */
final class ListFiles implements AutoCloseable {
    private static final int BUFFER_CHARS = 1 << 16;

    private record Part(
            Path unfinished,
            Path name,
            Writer writer,
            @Nullable ZipOutputStream zip) {}

    private interface Line {
        String of(JsonNode row);
    }

    private record Form(Part part, Line line) {}

    private final Path folder;
    private final List<Part> parts = new ArrayList<>();
    private final List<Form> writing = new ArrayList<>();
    private long rows;

    ListFiles(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder);
    }

    /** A CSV file of its own, with these columns. */
    void beginCsv(String name, List<String> columns) throws IOException {
        Part part = part(name, Files.newOutputStream(unfinished(name)), null);
        part.writer().write(String.join(",", columns) + "\n");
        writing.add(new Form(part, row -> ReleaseRow.csv(columns, row)));
    }

    void beginJsonLines(String name) throws IOException {
        Part part = part(name, Files.newOutputStream(unfinished(name)), null);
        writing.add(new Form(part, row -> Printing.line(row).stripTrailing()));
    }

    /** A zip; what is added from now on is its first file. */
    void beginZip(String name, String entry, DirbsForm form) throws IOException {
        OutputStream file = Files.newOutputStream(unfinished(name));
        ZipOutputStream zip = new ZipOutputStream(file);
        zip.putNextEntry(new ZipEntry(entry));
        Part part = part(name, zip, zip);
        part.writer().write(form.header() + "\n");
        writing.add(new Form(part, form::line));
    }

    /** One more file in the zip, whole; nothing is added to the one before it any more. */
    void addToZip(String entry, DirbsForm form, List<JsonNode> rows) throws IOException {
        for (Part part : parts) {
            ZipOutputStream zip = part.zip();
            if (zip != null) {
                part.writer().flush();
                zip.putNextEntry(new ZipEntry(entry));
                part.writer().write(form.header() + "\n");
                for (JsonNode row : rows) {
                    part.writer().write(form.line(row) + "\n");
                }
            }
        }
    }

    private Path unfinished(String name) {
        return folder.resolve(name + ".part");
    }

    private Part part(String name, OutputStream bytes, @Nullable ZipOutputStream zip) {
        Writer writer = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8), BUFFER_CHARS);
        Part part = new Part(unfinished(name), folder.resolve(name), writer, zip);
        parts.add(part);
        return part;
    }

    /** A row of every file that was begun. */
    void add(JsonNode row) {
        rows++;
        try {
            for (Form form : writing) {
                form.part().writer().write(form.line().of(row));
                form.part().writer().write('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the list cannot be written: " + e.getMessage(), e);
        }
    }

    /**
     * Gives each file its name; tells what was written.
     *
     * @param of what the rows are, such as {@code release 3}
     */
    List<String> finish(String of) throws IOException {
        List<String> written = new ArrayList<>();
        for (Part part : parts) {
            part.writer().close();
            Files.move(part.unfinished(), part.name(), StandardCopyOption.REPLACE_EXISTING);
            written.add(told(part.name(), of, rows));
        }
        return written;
    }

    static String told(Path file, String of, long rows) {
        return String.format(Locale.ROOT, "%s, %s: %,d entries", file, of, rows);
    }

    @Override
    public void close() throws IOException {
        for (Part part : parts) {
            part.writer().close();
        }
    }
}
