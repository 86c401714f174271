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
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kz.legality.identifier.Imei;

/**
 * A list being written in several formats at once. Each file has its name only when it is whole: a crash leaves a
 * {@code .part} and no list that looks complete.
 */
final class ListFiles implements AutoCloseable {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss").withZone(ZoneOffset.UTC);

    private record Part(ListFormat format, Path unfinished, Path name, Writer writer) {}

    private final List<Part> parts = new ArrayList<>();
    private long entries;

    private ListFiles() {}

    static ListFiles open(Path folder, String list, List<ListFormat> formats, Instant now) throws IOException {
        Files.createDirectories(folder);
        ListFiles files = new ListFiles();
        for (ListFormat format : formats) {
            files.begin(folder, list, format, STAMP.format(now));
        }
        return files;
    }

    private void begin(Path folder, String list, ListFormat format, String stamp) throws IOException {
        String name = switch (format) {
            case DIRBS -> stamp + "_blacklist.zip";
            case CSV -> list + ".csv";
            case JSONL -> list + ".jsonl";
        };
        Path unfinished = folder.resolve(name + ".part");
        OutputStream bytes = Files.newOutputStream(unfinished);
        if (format == ListFormat.DIRBS) {
            ZipOutputStream zip = new ZipOutputStream(bytes);
            zip.putNextEntry(new ZipEntry(stamp + "_blacklist.csv"));
            bytes = zip;
        }
        Writer writer = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8), 1 << 16);
        parts.add(new Part(format, unfinished, folder.resolve(name), writer));
        switch (format) {
            case DIRBS -> writer.write("imei,block_date,reasons\n");
            case CSV -> writer.write("imei,status,since,deadline,reasons\n");
            case JSONL -> {}
        }
    }

    void add(JsonNode entry) {
        entries++;
        try {
            for (Part part : parts) {
                part.writer().write(row(part.format(), entry));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the list cannot be written: " + e.getMessage(), e);
        }
    }

    private static String row(ListFormat format, JsonNode entry) {
        String imei = entry.path("imei").asText();
        String reasons = StreamSupport.stream(entry.path("reasons").spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining("|"));
        return switch (format) {
            case DIRBS ->
                imei.substring(0, Imei.KEY_DIGITS) + ","
                        + entry.path("blockDate").asText("").replace("-", "") + "," + reasons + "\n";
            case CSV ->
                String.join(
                                ",",
                                imei,
                                entry.path("status").asText(),
                                entry.path("since").asText(""),
                                entry.path("deadline").asText(""),
                                reasons)
                        + "\n";
            case JSONL -> Printing.line(entry);
        };
    }

    /** Gives each file its name; tells what was written. */
    List<String> finish() throws IOException {
        List<String> written = new ArrayList<>();
        for (Part part : parts) {
            part.writer().close();
            Files.move(part.unfinished(), part.name(), StandardCopyOption.REPLACE_EXISTING);
            written.add(String.format(Locale.ROOT, "%s: %,d entries", part.name(), entries));
        }
        return written;
    }

    @Override
    public void close() throws IOException {
        for (Part part : parts) {
            part.writer().close();
        }
    }
}
