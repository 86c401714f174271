package kz.legality.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import kz.legality.device.DeviceEvent;
import kz.legality.device.ListStatus;
import kz.legality.example.Devices;
import kz.legality.example.Facts;
import kz.legality.query.EventLog;
import kz.legality.query.QuerySide;
import kz.legality.query.RandomLedger;
import kz.legality.query.StoredJson;
import kz.legality.query.device.DevicesView;
import kz.legality.query.device.Moment;
import kz.legality.query.store.ReadStore;
import kz.legality.query.store.ReadStoreUnavailableException;
import kz.legality.query.store.WriteBatch;
import kz.legality.query.store.rocksdb.RocksReadStore;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesAndFailuresTest {
    @TempDir
    Path directory;

    @Test
    void an_embedded_event_store_is_followed_from_its_very_first_event() {
        EmbeddedEventStore events = EmbeddedEventStore.builder()
                .storageEngine(new InMemoryEventStorageEngine())
                .build();
        try (ReadStore store = RocksReadStore.open(directory.resolve("views"));
                QuerySide query =
                        QuerySide.open(store, events, StoredJson.serializer(), RandomLedger.POLICIES, "test")) {
            query.projections().start();
            assertThat(query.projections().caughtUp(Duration.ZERO)).isTrue();

            publish(events, 0, Facts.imported().fact());
            publish(events, 1, Facts.ordered("№ 1").fact());

            assertThat(query.projections().caughtUp(Duration.ofSeconds(20))).isTrue();
            assertThat(query.projections().position()).isEqualTo(1);
            assertThat(query.devices().history(Devices.PHONE, Moment.NOW).status())
                    .isEqualTo(ListStatus.BLACK);
        } finally {
            events.shutDown();
        }
    }

    private static void publish(EmbeddedEventStore events, long sequence, DeviceEvent event) {
        events.publish(new GenericDomainEventMessage<>("Device", event.stream(), sequence, event));
    }

    @Test
    void a_read_store_that_does_not_answer_is_tried_again_and_nothing_is_parked() {
        Serializer serializer = StoredJson.serializer();
        EventLog log = new EventLog(serializer);
        new RandomLedger(1, 10, log).tell(200);
        AtomicInteger failures = new AtomicInteger(1);
        try (ReadStore rocks = RocksReadStore.open(directory.resolve("views"));
                QuerySide query =
                        QuerySide.open(notAnswering(rocks, failures), log, serializer, RandomLedger.POLICIES, "test")) {
            log.append(Instant.EPOCH, Facts.imported(Devices.PHONE).fact());

            query.projections().catchUp(progress -> {});

            assertThat(failures).hasValue(0);
            assertThat(query.projections().position()).isEqualTo(log.head());
            assertThat(query.projections().parked(DevicesView.NAME, 10)).isEmpty();
            assertThat(query.lists().counts().values().stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .isEqualTo(rocks.counters(DevicesView.NAME).values().stream()
                            .mapToLong(Long::longValue)
                            .sum());
        }
    }

    /** The store, but the first batches with documents are lost on the way to it. */
    private static ReadStore notAnswering(ReadStore store, AtomicInteger failures) {
        return (ReadStore) Proxy.newProxyInstance(
                ReadStore.class.getClassLoader(), new Class<?>[] {ReadStore.class}, (proxy, method, arguments) -> {
                    boolean batch = method.getName().equals("commit")
                            && arguments[0] instanceof WriteBatch it
                            && !it.changes().isEmpty();
                    if (batch && failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                        throw new ReadStoreUnavailableException("views", "a cut cable", null);
                    }
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw Objects.requireNonNull(e.getCause());
                    }
                });
    }
}
