package kz.legality.command.notice;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Notices as JSON lines, one file a day, for a gateway to pick up. Whoever sends them deletes the files: they name people's
 * lines in the clear, and are readable by the ledger's own account only.
 */
public final class OutboxFiles implements NoticeChannel {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** A run that died after midnight is repeated on the next day. */
    private static final int DAYS_LOOKED_BACK = 2;

    private final Path directory;
    private final ZoneId zone;

    public OutboxFiles(Path directory, ZoneId zone) {
        this.directory = directory;
        this.zone = zone;
    }

    @Override
    public synchronized void send(List<Message> messages, Instant at) {
        LocalDate today = at.atZone(zone).toLocalDate();
        try {
            Files.createDirectories(directory);
            Set<String> known = new HashSet<>();
            for (int back = 0; back < DAYS_LOOKED_BACK; back++) {
                known.addAll(names(file(today.minusDays(back))));
            }
            StringBuilder lines = new StringBuilder();
            for (Message message : messages) {
                if (known.add(message.notice())) {
                    lines.append(line(message)).append('\n');
                }
            }
            append(file(today), lines.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("the outbox " + directory + " cannot be written", e);
        }
    }

    private Path file(LocalDate day) {
        return directory.resolve("notices-" + day + ".jsonl");
    }

    private static Set<String> names(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Set.of();
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(OutboxFiles::nameIn).collect(Collectors.toSet());
        }
    }

    /** A line that a crash tore is no message: it was never acknowledged, and is written again. */
    private static String nameIn(String line) {
        try {
            return JSON.readTree(line).path("notice").asText();
        } catch (IOException torn) {
            return "";
        }
    }

    private static String line(Message message) {
        ObjectNode line = JSON.createObjectNode();
        line.put("notice", message.notice());
        line.put("channel", message.channel().name());
        line.put("language", message.language());
        line.put("template", message.template().name());
        line.put("imei", message.imei().printed());
        line.put("to", message.to());
        line.put("deadline", message.deadline().toString());
        return line.toString();
    }

    private static void append(Path file, String lines) throws IOException {
        if (lines.isEmpty()) {
            return;
        }
        // A torn last line must not swallow the next message.
        String whole = Files.exists(file) && Files.size(file) > 0 && !endsWithNewline(file) ? "\n" + lines : lines;
        try (FileChannel out = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            ByteBuffer bytes = ByteBuffer.wrap(whole.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
    }

    private static boolean endsWithNewline(Path file) throws IOException {
        try (FileChannel in = FileChannel.open(file)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            in.read(last, in.size() - 1);
            return last.get(0) == '\n';
        }
    }
}
