package kz.legality.door.maintenance;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import kz.legality.launch.GreyTermSweep;
import kz.legality.launch.NoticeRun;
import kz.legality.launch.OpenLedger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Ends the grey terms that are due, every night. A night that was missed is made up by the next. */
@Component
class DailySweep {
    private static final Logger LOG = LoggerFactory.getLogger(DailySweep.class);

    private final OpenLedger ledger;
    private final Clock clock = Clock.systemUTC();

    DailySweep(OpenLedger ledger) {
        this.ledger = ledger;
    }

    /** In the morning: nobody is woken by a reminder. */
    @Scheduled(cron = "0 0 10 * * *", zone = "Asia/Almaty")
    void tellOwners() {
        NoticeRun.Report report = NoticeRun.run(ledger, clock.instant());
        LOG.info("{} grey terms run, {} notices were sent", report.devices(), report.sent());
    }

    @Scheduled(cron = "0 5 0 * * *", zone = "Asia/Almaty")
    void sweep() {
        try {
            LocalDate today = clock.instant().atZone(ledger.policy().zone()).toLocalDate();
            int deleted = ledger.observations().expire(ledger.intake(), today);
            LOG.info("{} files of observations were older than they may be kept, and are deleted", deleted);
        } catch (IOException unreadable) {
            LOG.error("Old observations were not deleted; the next night tries again", unreadable);
        }
        GreyTermSweep.Report report = GreyTermSweep.run(ledger, clock.instant());
        LOG.info("{} grey terms were due, {} devices are now blocked", report.due(), report.blocked());
    }
}
