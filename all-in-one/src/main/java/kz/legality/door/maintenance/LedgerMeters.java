package kz.legality.door.maintenance;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import kz.legality.device.ListStatus;
import kz.legality.launch.OpenLedger;
import kz.legality.query.QuerySide;
import kz.legality.query.projection.Projections;
import kz.legality.query.projection.ViewState;
import kz.legality.rule.About;
import kz.legality.rule.RuleBook;
import kz.legality.rule.RuleTerms;
import kz.legality.sourcefile.FileKind;
import org.springframework.stereotype.Component;

/** The ledger's figures for whoever watches it. Counts only; each is as cheap as reading one document. */
@Component
class LedgerMeters implements MeterBinder {
    private final OpenLedger ledger;

    LedgerMeters(OpenLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Projections views = ledger.queries().projections();
        Gauge.builder("ledger.head.position", views, Projections::headPosition)
                .description("Position of the newest event; -1 while there is none")
                .register(registry);
        Gauge.builder("ledger.projection.lag.events", views, LedgerMeters::lag)
                .description("Events that the slowest view has not seen yet")
                .register(registry);
        Gauge.builder("ledger.events.parked", views, LedgerMeters::parked)
                .description("Events that a view could not apply, counted once for each view")
                .register(registry);
        for (ListStatus status : ListStatus.values()) {
            counted(
                    registry,
                    "ledger.list.size",
                    "list",
                    status.name().toLowerCase(Locale.ROOT),
                    "IMEIs on a list",
                    it -> it.lists().counts().get(status));
        }
        for (FileKind kind : FileKind.values()) {
            counted(
                    registry,
                    "ledger.quarantined.rows",
                    "kind",
                    kind.written(),
                    "Quarantined rows that nobody has mended yet",
                    it -> it.files().quarantined().getOrDefault(kind.written(), 0L));
        }
        for (About rule : RuleBook.of(RuleTerms.of(ledger.policy())).about()) {
            counted(
                    registry,
                    "ledger.rule.hits",
                    "rule",
                    rule.id(),
                    "Findings of a rule that stand, open or confirmed",
                    it -> it.findings().counts().getOrDefault(rule.id(), 0L));
        }
    }

    private void counted(
            MeterRegistry registry,
            String name,
            String tag,
            String value,
            String what,
            ToDoubleFunction<QuerySide> count) {
        Gauge.builder(name, ledger.queries(), count)
                .description(what)
                .tag(tag, value)
                .register(registry);
    }

    /** The views are asked first: an event that comes in between makes the lag longer, never negative. */
    static long lag(Projections views) {
        long seen = views.position();
        return Math.max(0, views.headPosition() - seen);
    }

    private static long parked(Projections views) {
        return views.states().stream().mapToLong(ViewState::parked).sum();
    }
}
