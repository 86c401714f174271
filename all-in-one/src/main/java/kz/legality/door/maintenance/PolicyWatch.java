package kz.legality.door.maintenance;

import kz.legality.launch.OpenLedger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Notices what another process activated, and the day on which a policy comes into force. */
@Component
class PolicyWatch {
    private static final Logger LOG = LoggerFactory.getLogger(PolicyWatch.class);
    private static final long LOOK_AGAIN_MILLIS = 10_000;

    private final OpenLedger ledger;

    PolicyWatch(OpenLedger ledger) {
        this.ledger = ledger;
    }

    @Scheduled(fixedDelay = LOOK_AGAIN_MILLIS, initialDelay = LOOK_AGAIN_MILLIS)
    void look() {
        if (ledger.followPolicies()) {
            LOG.info(
                    "policy {} is in force; the lists are judged by it",
                    ledger.policy().version());
        }
    }
}
