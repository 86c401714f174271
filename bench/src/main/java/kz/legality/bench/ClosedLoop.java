package kz.legality.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongFunction;

/** Sends each connection's next request as soon as its last one is answered: what a server can do at most. */
final class ClosedLoop {
    private static final int CONNECTIONS = 16;
    private static final int OK = 200;

    private ClosedLoop() {}

    /** Good answers a second; every request is another one. */
    static double perSecond(URI address, LongFunction<String> requests, Duration duration) throws InterruptedException {
        AtomicLong next = new AtomicLong();
        LongAdder good = new LongAdder();
        long began = System.nanoTime();
        long until = began + duration.toNanos();
        List<Thread> threads = new ArrayList<>();
        for (int c = 0; c < CONNECTIONS; c++) {
            threads.add(Thread.ofPlatform().name("load-" + c).start(() -> {
                try (KeptConnection connection = new KeptConnection(address)) {
                    while (System.nanoTime() < until) {
                        if (connection.exchange(requests.apply(next.getAndIncrement())) == OK) {
                            good.increment();
                        }
                    }
                } catch (IOException e) {
                    System.err.println("a connection ended: " + e);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return good.sum() * 1e9 / (System.nanoTime() - began);
    }
}
