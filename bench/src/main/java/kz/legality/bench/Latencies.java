package kz.legality.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;

/** How long each request took. Safe for many threads as long as each writes of other requests. */
final class Latencies {
    private static final int OK = 200;

    /** 0 where there was no good answer. */
    private final long[] nanos;

    private final LongAdder errors = new LongAdder();
    private final AtomicReference<String> firstError = new AtomicReference<>("none");

    Latencies(int requests) {
        nanos = new long[requests];
    }

    void answered(int number, long taken, int status) {
        if (status == OK) {
            nanos[number] = taken;
        } else {
            failed("status " + status);
        }
    }

    void failed(String why) {
        errors.increment();
        firstError.compareAndSet("none", why);
    }

    long errors() {
        return errors.sum();
    }

    String firstError() {
        return firstError.get();
    }

    long answered() {
        return sorted().length;
    }

    /** What this part of all good answers took at most, in milliseconds. */
    String atMost(double part) {
        long[] sorted = sorted();
        if (sorted.length == 0) {
            return "none";
        }
        int index = (int) Math.ceil(part * sorted.length) - 1;
        return String.format(Locale.ROOT, "%.2f ms", sorted[index] / 1e6);
    }

    private long[] sorted() {
        return Arrays.stream(nanos).filter(one -> one > 0).sorted().toArray();
    }
}
