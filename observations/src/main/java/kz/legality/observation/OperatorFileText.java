package kz.legality.observation;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * The text of an operator's file and its header. A zip is unpacked beside the archive first; the caller deletes it.
 *
 * @param path where text lies
 * @param compression as DuckDB names it
 * @param columns of the header, in the file's order, in small letters
 */
record OperatorFileText(Path path, String compression, List<String> columns) {
    private static final Set<String> KNOWN =
            Set.of("date", "imei", "imsi", "msisdn", "rat", "quarantine_file", "quarantine_row");
    private static final List<String> REQUIRED = List.of("date", "imei", "imsi", "msisdn");
    private static final int HEADER_CHARS_MAX = 10_000;
    private static final long UNPACKED_BYTES_MAX = 64L << 30;
    private static final int COPY_BYTES = 1 << 16;

    static OperatorFileText of(Path sent, Path unpacked) throws IOException, ObservationsRefused {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(sent))) {
            in.mark(2);
            int first = in.read();
            int second = in.read();
            in.reset();
            if (first == 0x1f && second == 0x8b) {
                return new OperatorFileText(sent, "gzip", header(new GZIPInputStream(in)));
            }
            if (first == 'P' && second == 'K') {
                unpack(in, unpacked);
                try (InputStream text = Files.newInputStream(unpacked)) {
                    return new OperatorFileText(unpacked, "none", header(text));
                }
            }
            return new OperatorFileText(sent, "none", header(in));
        } catch (ZipException | EOFException e) {
            throw new ObservationsRefused("the archive is damaged or not complete");
        }
    }

    private static void unpack(InputStream in, Path to) throws IOException, ObservationsRefused {
        ZipInputStream zip = new ZipInputStream(in);
        if (nextFile(zip) == null) {
            throw new ObservationsRefused("the zip holds no file");
        }
        byte[] buffer = new byte[COPY_BYTES];
        long bytes = 0;
        try (var out = Files.newOutputStream(to)) {
            for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                bytes += read;
                if (bytes > UNPACKED_BYTES_MAX) {
                    throw new ObservationsRefused("the file unpacks to more than " + UNPACKED_BYTES_MAX + " bytes");
                }
                out.write(buffer, 0, read);
            }
        }
        if (nextFile(zip) != null) {
            throw new ObservationsRefused("the zip holds more than one file; send each by itself");
        }
    }

    private static @org.jspecify.annotations.Nullable ZipEntry nextFile(ZipInputStream zip) throws IOException {
        ZipEntry entry = zip.getNextEntry();
        while (entry != null && (entry.isDirectory() || entry.getName().startsWith("__MACOSX/"))) {
            entry = zip.getNextEntry();
        }
        return entry;
    }

    private static List<String> header(InputStream in) throws IOException, ObservationsRefused {
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        StringBuilder line = new StringBuilder();
        for (int c = reader.read(); c >= 0 && c != '\n'; c = reader.read()) {
            line.append((char) c);
            if (line.length() > HEADER_CHARS_MAX) {
                throw new ObservationsRefused("the first line is no header: it is longer than " + HEADER_CHARS_MAX);
            }
        }
        List<String> columns = new ArrayList<>();
        for (String cell : line.toString().replace("\ufeff", "").strip().split(",", -1)) {
            columns.add(cell.replace("\"", "").strip().toLowerCase(Locale.ROOT));
        }
        for (String column : columns) {
            // Not quoted back: a file without a header shows a subscriber here.
            if (!KNOWN.contains(column)) {
                throw new ObservationsRefused(
                        column.matches("[a-z_ ]{1,40}")
                                ? "column '" + column + "' is unknown; known are date, imei, imsi, msisdn, rat"
                                : "the first line is no header; it reads date,imei,imsi,msisdn or"
                                        + " date,imei,imsi,msisdn,rat");
            }
        }
        if (new HashSet<>(columns).size() < columns.size()) {
            throw new ObservationsRefused("a column stands twice in the header");
        }
        for (String column : REQUIRED) {
            if (!columns.contains(column)) {
                throw new ObservationsRefused("column '" + column + "' is missing");
            }
        }
        return List.copyOf(columns);
    }
}
