package kz.legality.door.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import kz.legality.query.store.ReadStoreUnavailableException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

class TaskFailuresTest {
    private static final RuntimeException AWAY =
            new IllegalStateException("not refreshed", new ReadStoreUnavailableException("m", "a look-up", null));

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-28T05:00:00Z"));
    private final InstantSource time = now::get;
    private final TaskFailures failures = new TaskFailures(time.withZone(ZoneOffset.UTC));
    private final Logger log = (Logger) LoggerFactory.getLogger(TaskFailures.class);
    private final ListAppender<ILoggingEvent> said = new ListAppender<>();

    @BeforeEach
    void listen() {
        said.start();
        log.addAppender(said);
        log.setAdditive(false);
    }

    @AfterEach
    void stopListening() {
        log.detachAppender(said);
        log.setAdditive(true);
    }

    @Test
    void a_store_that_stays_away_is_said_once_a_minute_and_without_a_trace() {
        for (int second = 0; second < 90; second++) {
            failures.handleError(AWAY);
            now.updateAndGet(it -> it.plusSeconds(1));
        }

        assertThat(said.list).hasSize(2).allSatisfy(it -> {
            assertThat(it.getLevel()).isEqualTo(Level.WARN);
            assertThat(it.getThrowableProxy()).isNull();
            assertThat(it.getFormattedMessage()).contains("MongoDB", "does not answer", "tried again");
        });
    }

    @Test
    void any_other_failure_is_said_each_time_and_whole() {
        failures.handleError(new IllegalStateException("a bug"));
        failures.handleError(new IllegalStateException("a bug"));

        assertThat(said.list).hasSize(2).allSatisfy(it -> {
            assertThat(it.getLevel()).isEqualTo(Level.ERROR);
            assertThat(it.getThrowableProxy().getMessage()).isEqualTo("a bug");
        });
    }

    @Test
    void a_task_that_failed_comes_again() throws InterruptedException {
        ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
        failures.customize(scheduler);
        scheduler.initialize();
        CountDownLatch runs = new CountDownLatch(3);

        scheduler.scheduleWithFixedDelay(
                () -> {
                    runs.countDown();
                    throw AWAY;
                },
                Duration.ofMillis(1));

        assertThat(runs.await(30, TimeUnit.SECONDS)).isTrue();
        scheduler.shutdown();
        assertThat(said.list).hasSize(1);
    }
}
