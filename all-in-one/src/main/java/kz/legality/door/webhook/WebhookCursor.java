package kz.legality.door.webhook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.OptionalLong;

/** Until which position an operator heard everything, in a file. A crash leaves an older one, and something is told twice. */
record WebhookCursor(Path file) {
    OptionalLong read() {
        try {
            return Files.exists(file)
                    ? OptionalLong.of(Long.parseLong(Files.readString(file).strip()))
                    : OptionalLong.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("what an operator heard cannot be read from " + file, e);
        } catch (NumberFormatException e) {
            throw new IllegalStateException(file + " holds no position", e);
        }
    }

    void write(long position) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path unfinished = file.resolveSibling(file.getFileName() + ".part");
            Files.writeString(unfinished, Long.toString(position));
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("what an operator heard cannot be written into " + file, e);
        }
    }
}
