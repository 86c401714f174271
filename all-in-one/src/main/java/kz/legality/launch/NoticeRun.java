package kz.legality.launch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kz.legality.command.notice.Notifying;
import kz.legality.command.notice.OutboxFiles;
import kz.legality.identifier.Imei;

/** Tells the owners of all grey devices what is due to be told. Run again it tells nobody twice. */
public final class NoticeRun {
    private static final int DEVICES_AT_ONCE = 500;
    /** No term that runs ends later. */
    private static final Duration TERM_MAX = Duration.ofDays(3_660);

    /**
     * What came of it.
     *
     * @param devices whose term runs
     * @param sent messages to their owners
     */
    public record Report(long devices, long sent) {}

    private final Notifying notifying;
    private final Instant now;
    private List<Imei> waiting = new ArrayList<>(DEVICES_AT_ONCE);
    private long devices;
    private long sent;

    private NoticeRun(Notifying notifying, Instant now) {
        this.notifying = notifying;
        this.now = now;
    }

    /** Sends what is due at this moment. The views must have caught up with what counts. */
    public static Report run(OpenLedger ledger, Instant now) {
        OutboxFiles outbox =
                new OutboxFiles(ledger.data().outbox(), ledger.policy().zone());
        NoticeRun run = new NoticeRun(new Notifying(ledger.events(), ledger.keys(), ledger.policies(), outbox), now);
        ledger.queries().lists().dueDevices(now.plus(TERM_MAX), run::take);
        run.hand();
        return new Report(run.devices, run.sent);
    }

    private void take(Imei imei) {
        waiting.add(imei);
        if (waiting.size() == DEVICES_AT_ONCE) {
            hand();
        }
    }

    private void hand() {
        devices += waiting.size();
        sent += notifying.notify(waiting, now);
        waiting = new ArrayList<>(DEVICES_AT_ONCE);
    }
}
