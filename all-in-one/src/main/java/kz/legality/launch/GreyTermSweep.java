package kz.legality.launch;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import kz.legality.command.device.EndingGreyTerms;
import kz.legality.identifier.Imei;
import org.jspecify.annotations.Nullable;

/**
 * Ends the grey terms that are due, hundreds of devices in one append. The views say which may be due, each device's own
 * record decides: a sweep that is killed and repeated blocks nothing twice, and a device proven lawful a moment ago is
 * left alone.
 */
public final class GreyTermSweep {
    /** A device in conflict makes so many be decided again, no more. */
    private static final int DEVICES_IN_AN_APPEND = 500;

    /** Enough that no thread waits for the views, and few enough to stay small in memory. */
    private static final int APPENDS_WAITING_MAX = 8;

    /** What came of it. {@code due} by the views, {@code blocked} by the devices' own records. */
    public record Report(long due, long blocked) {}

    private final EndingGreyTerms ending;
    private final Instant until;
    private final LongConsumer progress;
    private final Semaphore free = new Semaphore(APPENDS_WAITING_MAX);
    private final AtomicLong due = new AtomicLong();
    private final AtomicLong blocked = new AtomicLong();
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    private List<Imei> waiting = new ArrayList<>(DEVICES_IN_AN_APPEND);

    private GreyTermSweep(EndingGreyTerms ending, Instant until, LongConsumer progress) {
        this.ending = ending;
        this.until = until;
        this.progress = progress;
    }

    /** The last moment of a day. */
    public static Instant endOf(LocalDate day, ZoneId zone) {
        return day.plusDays(1).atStartOfDay(zone).toInstant().minusNanos(1);
    }

    /** Ends the terms due at or before this moment. The views must have caught up with what counts. */
    public static Report run(OpenLedger ledger, Instant until) {
        return run(ledger, until, devices -> {});
    }

    /**
     * The same, told as it goes.
     *
     * @param progress hears how many devices were decided on
     */
    public static Report run(OpenLedger ledger, Instant until, LongConsumer progress) {
        EndingGreyTerms ending = new EndingGreyTerms(ledger.events(), ledger.policies(), Clock.systemUTC());
        return new GreyTermSweep(ending, until, progress).over(ledger);
    }

    private Report over(OpenLedger ledger) {
        try (ExecutorService deciders =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            ledger.queries().lists().dueDevices(until, imei -> {
                waiting.add(imei);
                if (waiting.size() == DEVICES_IN_AN_APPEND) {
                    hand(deciders);
                }
            });
            hand(deciders);
        }
        RuntimeException failed = failure.get();
        if (failed != null) {
            throw failed;
        }
        return new Report(due.get(), blocked.get());
    }

    private void hand(ExecutorService deciders) {
        List<Imei> devices = waiting;
        waiting = new ArrayList<>(DEVICES_IN_AN_APPEND);
        if (devices.isEmpty() || failure.get() != null) {
            return;
        }
        free.acquireUninterruptibly();
        deciders.execute(() -> {
            try {
                blocked.addAndGet(ending.end(devices, until));
                progress.accept(due.addAndGet(devices.size()));
            } catch (RuntimeException failed) {
                failure.compareAndSet(null, failed);
            } finally {
                free.release();
            }
        });
    }
}
