package kz.legality.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;

/**
 * Sends requests at the moments a timetable says, however slowly they are answered. A request's latency counts from its
 * moment in the timetable: when the server stands still, the time its requests wait for a free connection counts too.
 * So does what the generator's own threads take to wake up.
 */
final class OpenLoop {
    private static final int CONNECTIONS = 64;
    private static final int STACK_BYTES = 256 * 1024;

    private final URI address;
    private final long intervalNanos;
    private final LongFunction<String> requests;

    /** @param requests the whole of a request, for each number */
    OpenLoop(URI address, int perSecond, LongFunction<String> requests) {
        this.address = address;
        this.intervalNanos = 1_000_000_000L / perSecond;
        this.requests = requests;
    }

    Latencies run(Duration duration) throws InterruptedException {
        long count = duration.toNanos() / intervalNanos;
        Latencies latencies = new Latencies((int) count);
        AtomicLong next = new AtomicLong();
        long began = System.nanoTime();
        List<Thread> threads = new ArrayList<>();
        for (int c = 0; c < CONNECTIONS; c++) {
            Thread thread = new Thread(null, () -> send(count, next, began, latencies), "load-" + c, STACK_BYTES);
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return latencies;
    }

    private void send(long count, AtomicLong next, long began, Latencies latencies) {
        try (KeptConnection connection = new KeptConnection(address)) {
            for (long number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
                String request = requests.apply(number);
                long due = began + number * intervalNanos;
                for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                try {
                    int status = connection.exchange(request);
                    latencies.answered((int) number, System.nanoTime() - due, status);
                } catch (IOException e) {
                    latencies.failed(e.toString());
                    connection.drop();
                }
            }
        }
    }
}
