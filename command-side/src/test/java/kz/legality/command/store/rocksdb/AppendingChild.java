package kz.legality.command.store.rocksdb;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.axonframework.eventhandling.DomainEventMessage;

/**
 * Appends from several threads until it is killed, or a given number of times, and writes every acknowledged event to a file before it
 * goes on: {@code position stream sequence id} on a line. The file is written without a buffer of ours, so it outlives the kill.
 */
final class AppendingChild {
    static final long MEMTABLE_BYTES = 256 * 1024;
    private static final int THREADS = 4;
    private static final int BATCH_STREAMS = 40;

    private AppendingChild() {}

    public static void main(String[] arguments) throws Exception {
        Path directory = Path.of(arguments[0]);
        String run = arguments[2];
        long rounds = Long.parseLong(arguments[3]);
        RocksEventStorageEngine engine =
                Stores.at(directory).memtableBytes(MEMTABLE_BYTES).open();
        try (engine;
                FileOutputStream acknowledged = new FileOutputStream(arguments[1], true)) {
            List<Thread> threads = new ArrayList<>();
            for (int t = 0; t < THREADS; t++) {
                String name = "run" + run + "-thread" + t;
                Random random = new Random(name.hashCode());
                boolean bulk = t == 0;
                threads.add(Thread.ofPlatform().start(() -> {
                    for (long round = 0; round < rounds; round++) {
                        appendAndSay(engine, bulk ? batch(name, round) : single(name, round, random), acknowledged);
                    }
                }));
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }
    }

    private static List<DomainEventMessage<?>> single(String stream, long sequence, Random random) {
        return List.of(Stores.event(stream, sequence, "x".repeat(random.nextInt(2_000))));
    }

    private static List<DomainEventMessage<?>> batch(String name, long sequence) {
        List<DomainEventMessage<?>> batch = new ArrayList<>();
        for (int stream = 0; stream < BATCH_STREAMS; stream++) {
            batch.add(Stores.event(name + "-" + stream, sequence));
        }
        return batch;
    }

    private static void appendAndSay(
            RocksEventStorageEngine engine, List<DomainEventMessage<?>> events, FileOutputStream acknowledged) {
        long position = engine.append(events);
        StringBuilder lines = new StringBuilder();
        for (DomainEventMessage<?> event : events) {
            lines.append(position++)
                    .append(' ')
                    .append(event.getAggregateIdentifier())
                    .append(' ')
                    .append(event.getSequenceNumber())
                    .append(' ')
                    .append(event.getIdentifier())
                    .append('\n');
        }
        try {
            acknowledged.write(lines.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
