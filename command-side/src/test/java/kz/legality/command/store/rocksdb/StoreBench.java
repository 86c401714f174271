package kz.legality.command.store.rocksdb;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import kz.legality.command.store.EventEnvelope;
import kz.legality.command.store.StoredEvent;
import org.axonframework.eventhandling.DomainEventMessage;

/** Measures the store against a bare file with group commit. Run its main method with a directory on the disk in question. */
final class StoreBench {
    private static final int SECONDS = 4;
    private static final String PAYLOAD = "x".repeat(250);

    private StoreBench() {}

    public static void main(String[] arguments) throws Exception {
        Path base = Files.createTempDirectory(Path.of(arguments[0]), "bench");
        for (int callers : arguments.length > 1 ? new int[0] : new int[] {1, 8, 64}) {
            System.out.printf("bare file,  %2d callers: %,9.0f appends/s%n", callers, bareFile(base, callers));
            System.out.printf("the engine, %2d callers: %,9.0f appends/s%n", callers, singles(base, callers));
        }
        Path bulk = base.resolve("bulk");
        try (RocksEventStorageEngine engine =
                Stores.at(bulk).blockCacheBytes(128L * 1024 * 1024).open()) {
            bulk(engine, 500, 1, 500_000);
            bulk(engine, 500, 4, 500_000);
            bulk(engine, 5_000, 1, 500_000);
        }
        long opening = System.nanoTime();
        try (RocksEventStorageEngine engine =
                Stores.at(bulk).blockCacheBytes(128L * 1024 * 1024).open()) {
            System.out.printf("opening %,d events: %d ms%n", engine.size(), (System.nanoTime() - opening) / 1_000_000);
            readBack(engine);
            readBack(engine);
            long walk = System.nanoTime();
            System.out.println(
                    engine.verifyStore((checked, of) -> {}) + " in " + (System.nanoTime() - walk) / 1_000_000 + " ms");
        }
    }

    private static double singles(Path base, int callers) throws Exception {
        try (RocksEventStorageEngine engine = Stores.open(base.resolve("singles-" + callers))) {
            return rate(callers, (caller, n) -> engine.append(List.of(Stores.event("c" + caller, n, PAYLOAD))));
        }
    }

    /** The least that any store must do: the same envelopes, one thread that writes what waits and forces it once. */
    private static double bareFile(Path base, int callers) throws Exception {
        LinkedBlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
        try (FileChannel file = FileChannel.open(
                base.resolve("bare-" + callers), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            Thread writer = Thread.ofPlatform().daemon().start(() -> {
                List<Waiting> group = new ArrayList<>();
                try {
                    while (true) {
                        group.add(queue.take());
                        queue.drainTo(group);
                        file.write(group.stream().map(one -> one.bytes).toArray(ByteBuffer[]::new));
                        file.force(false);
                        group.forEach(one -> one.done.countDown());
                        group.clear();
                    }
                } catch (InterruptedException | IOException end) {
                    // The measurement is over.
                }
            });
            double rate = rate(callers, (caller, n) -> {
                byte[] envelope = EventEnvelope.of(Stores.event("c" + caller, n, PAYLOAD), Stores.JSON);
                Waiting one = new Waiting(ByteBuffer.wrap(envelope), new CountDownLatch(1));
                queue.add(one);
                one.done.await();
            });
            writer.interrupt();
            writer.join();
            return rate;
        }
    }

    private record Waiting(ByteBuffer bytes, CountDownLatch done) {}

    private interface Call {
        void call(int caller, long n) throws Exception;
    }

    private static double rate(int callers, Call call) throws InterruptedException {
        LongAdder calls = new LongAdder();
        AtomicBoolean stop = new AtomicBoolean();
        List<Thread> threads = new ArrayList<>();
        for (int c = 0; c < callers; c++) {
            int caller = c;
            threads.add(Thread.ofPlatform().start(() -> {
                try {
                    for (long n = 0; !stop.get(); n++) {
                        call.call(caller, n);
                        calls.increment();
                    }
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }));
        }
        Thread.sleep(SECONDS * 500L);
        long before = calls.sum();
        long start = System.nanoTime();
        Thread.sleep(SECONDS * 1_000L);
        double rate = (calls.sum() - before) * 1e9 / (System.nanoTime() - start);
        stop.set(true);
        for (Thread thread : threads) {
            thread.join();
        }
        return rate;
    }

    private static void bulk(RocksEventStorageEngine engine, int batch, int callers, int events) throws Exception {
        long start = System.nanoTime();
        long base = 8L * engine.size();
        List<Thread> threads = new ArrayList<>();
        for (int c = 0; c < callers; c++) {
            int caller = c;
            threads.add(Thread.ofPlatform().start(() -> {
                for (int done = 0; done < events / callers; done += batch) {
                    List<DomainEventMessage<?>> list = new ArrayList<>(batch);
                    for (int i = 0; i < batch; i++) {
                        // New devices in no order, as an import file has them.
                        long n = (base + (long) caller * events + done + i) * 0x9E3779B97F4A7C15L;
                        list.add(Stores.event("%014d".formatted((n >>> 1) % 100_000_000_000_000L), 0, PAYLOAD));
                    }
                    engine.append(list);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        System.out.printf(
                "batches of %d, %d callers: %,.0f events/s%n",
                batch, callers, events * 1e9 / (System.nanoTime() - start));
    }

    private static void readBack(RocksEventStorageEngine engine) {
        long start = System.nanoTime();
        long position = 0;
        for (List<StoredEvent> page = engine.readStored(0, 1_000);
                !page.isEmpty();
                page = engine.readStored(position, 1_000)) {
            position += page.size();
        }
        System.out.printf("read back: %,.0f events/s%n", position * 1e9 / (System.nanoTime() - start));
        start = System.nanoTime();
        long messages = engine.readEvents(null, false).limit(1_000_000).count();
        System.out.printf(
                "as messages, payload untouched: %,.0f events/s%n", messages * 1e9 / (System.nanoTime() - start));
    }
}
