package kz.legality.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * What this process computed since this was made. A thread near a whole core is what limits the work; where none is, and
 * cores are free, it is the disk, or waiting for one another.
 */
final class Processors {
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final long began = System.nanoTime();
    private final long processBegan = system.getProcessCpuTime();
    private final Map<Long, Long> threadsBegan = new HashMap<>();
    private final Map<String, Long> computed = new HashMap<>();
    private long nanos;
    private long processNanos;

    Processors() {
        for (long id : threads.getAllThreadIds()) {
            threadsBegan.put(id, threads.getThreadCpuTime(id));
        }
    }

    /** To be called while the work is going on, and last when it is done: threads that have ended say nothing. */
    void look() {
        nanos = System.nanoTime() - began;
        processNanos = system.getProcessCpuTime() - processBegan;
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread != null) {
                long cpu = threads.getThreadCpuTime(thread.getThreadId());
                computed.put(
                        thread.getThreadName() + " #" + thread.getThreadId(),
                        cpu - threadsBegan.getOrDefault(thread.getThreadId(), 0L));
            }
        }
    }

    double seconds() {
        return nanos / 1e9;
    }

    /** Of this whole process, threads that are not Java's included. */
    double busyCores() {
        return (double) processNanos / nanos;
    }

    String busiestThread() {
        return computed.entrySet().stream()
                .max(Comparator.comparingLong(Map.Entry::getValue))
                .map(it -> "%s: %s of a core".formatted(it.getKey(), Table.ratio((double) it.getValue() / nanos)))
                .orElse("none");
    }
}
