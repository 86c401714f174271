package kz.legality.door.maintenance;

import kz.legality.launch.OpenLedger;
import kz.legality.launch.StoreAway;
import kz.legality.query.projection.Projections;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Not ready while the views stand still: they would answer, and be wrong without saying so. Views that are merely behind
 * are no fault, every answer says its position.
 */
@Component("projections")
class ProjectionsHealth implements HealthIndicator {
    private final OpenLedger ledger;

    ProjectionsHealth(OpenLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Health health() {
        Projections views = ledger.queries().projections();
        Health.Builder health = views.error() == null ? Health.up() : Health.down();
        try {
            return health.withDetail("lagEvents", LedgerMeters.lag(views)).build();
        } catch (RuntimeException failed) {
            return health.down()
                    .withDetail("why", StoreAway.told(failed).orElseGet(failed::toString))
                    .build();
        }
    }
}
