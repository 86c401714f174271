package kz.legality.door.evidence;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kz.legality.launch.Evidence;
import kz.legality.launch.OpenLedger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Keeps the log up with the events while the ledger runs: a checkpoint a second where anything happened. */
@Component
class LogKeeping implements SmartLifecycle, MeterBinder {
    private static final Logger LOG = LoggerFactory.getLogger(LogKeeping.class);
    private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(1);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(30);
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(30);

    private final OpenLedger ledger;
    private volatile boolean running;
    private volatile Thread thread = Thread.ofPlatform().unstarted(() -> {});

    LogKeeping(OpenLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("evidence-log").daemon().start(this::keep);
    }

    /** Not interrupted: that would close the log's files under it. */
    @Override
    public void stop() {
        running = false;
        try {
            thread.join(STOPPED_WITHIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void keep() {
        while (running) {
            Duration pause = CHECKPOINT_INTERVAL;
            try {
                ledger.evidence().ifPresent(evidence -> evidence.keepUp(() -> running));
            } catch (RuntimeException failed) {
                LOG.error("the log does not keep up with the events: {}", failed.getMessage(), failed);
                pause = AFTER_A_FAILURE;
            }
            sleep(pause);
        }
    }

    private void sleep(Duration pause) {
        Instant until = Instant.now().plus(pause);
        while (running && Instant.now().isBefore(until)) {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("ledger.checkpoint.age.seconds", this, LogKeeping::age)
                .description("Seconds since the newest checkpoint while events wait to be logged; 0 while none do")
                .register(registry);
        Gauge.builder(
                        "ledger.log.size",
                        this,
                        it -> it.known().map(e -> e.log().size()).orElse(0L))
                .description("Entries under the newest checkpoint")
                .register(registry);
    }

    private Optional<Evidence> known() {
        return running ? ledger.evidence() : Optional.empty();
    }

    private double age() {
        return known().map(evidence -> evidence.log().behind() == 0
                        ? 0.0
                        : Duration.between(evidence.log().publishedAt(), Instant.now())
                                .toSeconds())
                .orElse(0.0);
    }
}
