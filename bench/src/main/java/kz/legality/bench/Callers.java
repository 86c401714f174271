package kz.legality.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Threads that call as fast as they are answered. */
final class Callers {
    private Callers() {}

    /**
     * Calls a second, counted after a warm-up.
     *
     * @param call given a number that no other call is given
     */
    static double rate(int callers, Duration warmUp, Duration measured, LongConsumer call) throws InterruptedException {
        AtomicLong numbers = new AtomicLong();
        LongAdder answered = new LongAdder();
        AtomicBoolean stop = new AtomicBoolean();
        AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
        List<Thread> threads = new ArrayList<>();
        for (int c = 0; c < callers; c++) {
            threads.add(Thread.ofPlatform().start(() -> {
                try {
                    while (!stop.get()) {
                        call.accept(numbers.getAndIncrement());
                        answered.increment();
                    }
                } catch (RuntimeException e) {
                    failure.compareAndSet(null, e);
                }
            }));
        }
        Thread.sleep(warmUp);
        long before = answered.sum();
        long began = System.nanoTime();
        Thread.sleep(measured);
        double rate = (answered.sum() - before) * 1e9 / (System.nanoTime() - began);
        stop.set(true);
        for (Thread thread : threads) {
            thread.join();
        }
        RuntimeException failed = failure.get();
        if (failed != null) {
            throw failed;
        }
        return rate;
    }
}
