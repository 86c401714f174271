package kz.legality.launch;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import kz.legality.device.DeviceCommand.EndGreyTerm;
import kz.legality.identifier.Imei;
import org.jspecify.annotations.Nullable;

/**
 * Ends the grey terms that are due. The views say which may be due, each device's own record decides: a sweep that is
 * killed and repeated blocks nothing twice, and a device proven lawful a moment ago is left alone.
 */
public final class GreyTermSweep {
    /** So many wait for the same disk write. */
    private static final int COMMANDS_AT_ONCE = 64;

    /** What came of it. {@code due} by the views, {@code blocked} by the devices' own records. */
    public record Report(long due, long blocked) {}

    private GreyTermSweep() {}

    /** The last moment of a day. */
    public static Instant endOf(LocalDate day, ZoneId zone) {
        return day.plusDays(1).atStartOfDay(zone).toInstant().minusNanos(1);
    }

    /** Ends the terms due at or before this moment. The views must have caught up with what counts. */
    public static Report run(OpenLedger ledger, Instant until) {
        AtomicLong due = new AtomicLong();
        AtomicLong blocked = new AtomicLong();
        AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
        Semaphore free = new Semaphore(COMMANDS_AT_ONCE);
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            ledger.queries().lists().dueGreyTerms(until, term -> {
                due.incrementAndGet();
                free.acquireUninterruptibly();
                senders.execute(() -> {
                    try {
                        blocked.addAndGet(end(ledger, term.imei(), until));
                    } catch (RuntimeException failed) {
                        failure.compareAndSet(null, failed);
                    } finally {
                        free.release();
                    }
                });
            });
        }
        RuntimeException failed = failure.get();
        if (failed != null) {
            throw failed;
        }
        return new Report(due.get(), blocked.get());
    }

    private static int end(OpenLedger ledger, Imei imei, Instant until) {
        return ledger.commands()
                        .send(new EndGreyTerm(imei, until), Map.of())
                        .events()
                        .isEmpty()
                ? 0
                : 1;
    }
}
