package kz.legality.door.maintenance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kz.legality.launch.StoreAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.task.ThreadPoolTaskSchedulerCustomizer;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;
import org.springframework.util.ErrorHandler;

/** What tasks that come by the clock fail with: they come again, so that a store that is away needs saying once in a while only. */
@Component
class TaskFailures implements ErrorHandler, ThreadPoolTaskSchedulerCustomizer {
    private static final Logger LOG = LoggerFactory.getLogger(TaskFailures.class);
    static final Duration SAID_AGAIN_AFTER = Duration.ofMinutes(1);

    private final Clock clock;
    private Instant saidAgain = Instant.MIN;

    TaskFailures() {
        this(Clock.systemUTC());
    }

    TaskFailures(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void customize(ThreadPoolTaskScheduler scheduler) {
        scheduler.setErrorHandler(this);
    }

    @Override
    public void handleError(Throwable failure) {
        Optional<String> away = StoreAway.told(failure);
        if (away.isEmpty()) {
            LOG.error("A task failed; it is tried again when it is due next", failure);
        } else if (isToBeSaid()) {
            LOG.warn("Tasks fail and are tried again: {} ({})", away.get(), String.valueOf(failure.getMessage()));
        }
    }

    private synchronized boolean isToBeSaid() {
        Instant now = clock.instant();
        if (now.isBefore(saidAgain)) {
            return false;
        }
        saidAgain = now.plus(SAID_AGAIN_AFTER);
        return true;
    }
}
