package kz.legality.command.store.rocksdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.json.JacksonSerializer;

/** Stores and events for the tests. */
final class Stores {
    static final Serializer JSON = JacksonSerializer.defaultSerializer();

    private Stores() {}

    static RocksEventStorageEngine.Builder at(Path directory) {
        return RocksEventStorageEngine.builder()
                .directory(directory)
                .eventSerializer(JSON)
                .snapshotSerializer(JSON)
                .blockCacheBytes(8L * 1024 * 1024);
    }

    static RocksEventStorageEngine open(Path directory) {
        return at(directory).open();
    }

    static DomainEventMessage<?> event(String stream, long sequence) {
        return event(stream, sequence, "payload of " + stream + " at " + sequence);
    }

    static DomainEventMessage<?> event(String stream, long sequence, String payload) {
        return new GenericDomainEventMessage<>("Device", stream, sequence, payload, Map.of("source", "test"));
    }

    static List<DomainEventMessage<?>> events(String stream, long first, int count) {
        List<DomainEventMessage<?>> events = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            events.add(event(stream, first + i));
        }
        return events;
    }

    /** As a crash would leave it. RocksDB turns its files over in the background, so a copy counts only if it held still meanwhile. */
    static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        while (true) {
            try {
                Map<Path, Long> before = sizes(from);
                for (Path file : before.keySet()) {
                    Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
                if (sizes(from).equals(before)) {
                    return;
                }
            } catch (NoSuchFileException turnedOver) {
                // Again, from the beginning.
            }
            for (Path copied : sizes(to).keySet()) {
                Files.delete(copied);
            }
        }
    }

    /** Without the lock of a living store, which is not opened: closing it would let the lock go. */
    private static Map<Path, Long> sizes(Path directory) throws IOException {
        Map<Path, Long> sizes = new HashMap<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                if (!file.getFileName().toString().startsWith("holder")) {
                    sizes.put(file, Files.size(file));
                }
            }
        }
        return sizes;
    }
}
