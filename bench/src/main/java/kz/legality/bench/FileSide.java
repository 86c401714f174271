package kz.legality.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import kz.legality.command.store.EventEnvelope;
import kz.legality.command.storedform.StoredForm;
import org.axonframework.eventhandling.DomainEventMessage;

/**
 * The least that any durable store must do: our stored bytes at the end of a file, by one thread that writes what waits
 * and forces it once. It has no index, refuses nothing and finds nothing again.
 */
final class FileSide implements Side {
    private record Waiting(ByteBuffer bytes, CompletableFuture<Void> onDisk) {}

    private static final Waiting END = new Waiting(ByteBuffer.allocate(0), new CompletableFuture<>());

    private final StoredForm form = new StoredForm();
    private final LinkedBlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final FileChannel file;
    private final Thread writer;

    FileSide(Path directory) {
        try {
            Files.createDirectories(directory);
            file = FileChannel.open(directory.resolve("events"), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        writer = Thread.ofPlatform().name("file-writer").start(this::write);
    }

    @Override
    public void append(List<? extends DomainEventMessage<?>> events) {
        List<byte[]> envelopes =
                events.stream().map(event -> EventEnvelope.of(event, form)).toList();
        ByteBuffer bytes = ByteBuffer.allocate(
                envelopes.stream().mapToInt(one -> one.length).sum());
        envelopes.forEach(bytes::put);
        Waiting waiting = new Waiting(bytes.flip(), new CompletableFuture<>());
        queue.add(waiting);
        waiting.onDisk.join();
    }

    private void write() {
        List<Waiting> group = new ArrayList<>();
        do {
            group.clear();
            try {
                group.add(queue.take());
                queue.drainTo(group);
                ByteBuffer[] all = group.stream().map(Waiting::bytes).toArray(ByteBuffer[]::new);
                // One call writes at most as many buffers as the system takes at once.
                while (all[all.length - 1].hasRemaining()) {
                    file.write(all);
                }
                file.force(false);
                group.forEach(one -> one.onDisk.complete(null));
            } catch (IOException | InterruptedException e) {
                group.forEach(one -> one.onDisk.completeExceptionally(e));
                return;
            }
        } while (!group.contains(END));
    }

    @Override
    public void close() {
        queue.add(END);
        try {
            writer.join();
            file.close();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
