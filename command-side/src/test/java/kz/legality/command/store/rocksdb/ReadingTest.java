package kz.legality.command.store.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import kz.legality.command.store.CorruptEventException;
import kz.legality.command.store.EventEnvelope;
import kz.legality.command.store.StoredEvent;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTest {
    @TempDir
    Path directory;

    @Test
    void an_event_read_from_its_stream_says_where_it_stands_in_all() {
        try (RocksEventStorageEngine engine = Stores.open(directory)) {
            engine.append(Stores.events("a", 0, 2));
            engine.append(Stores.events("b", 0, 1));
            assertThat(engine.append(Stores.events("a", 2, 1))).isEqualTo(3);

            List<Long> positions = new ArrayList<>();
            engine.readEvents("a")
                    .asStream()
                    .forEach(event -> positions.add(
                            ((GlobalSequenceTrackingToken) ((TrackedEventMessage<?>) event).trackingToken())
                                    .getGlobalIndex()));

            assertThat(positions).containsExactly(0L, 1L, 3L);
            assertThat(engine.lastSequenceNumberFor("a")).contains(2L);
            assertThat(engine.lastSequenceNumberFor("nobody")).isEmpty();
        }
    }

    @Test
    void what_was_stored_is_there_after_a_restart_to_the_nanosecond() {
        Instant time = Instant.parse("1969-12-31T23:59:59.123456789Z");
        DomainEventMessage<?> event =
                new GenericDomainEventMessage<>("Device", "ә 35 Ω", 0, "жүктеу", MetaData.with("k", "v"), "id-1", time);
        EventMessage<?> outside = new GenericEventMessage<>("no stream");
        try (RocksEventStorageEngine engine = Stores.open(directory)) {
            engine.append(List.of(event, outside));
            engine.storeSnapshot(Stores.event("ә 35 Ω", 0));
        }
        try (RocksEventStorageEngine engine = Stores.open(directory)) {
            DomainEventMessage<?> read = engine.readEvents("ә 35 Ω").next();
            assertThat(read.getPayload()).isEqualTo("жүктеу");
            assertThat(read.getMetaData()).isEqualTo(Map.of("k", "v"));
            assertThat(read.getIdentifier()).isEqualTo("id-1");
            assertThat(read.getTimestamp()).isEqualTo(time);
            assertThat(read.getType()).isEqualTo("Device");
            assertThat(engine.readStored(1, 10))
                    .extracting(StoredEvent::getEventIdentifier)
                    .containsExactly(outside.getIdentifier());
            assertThat(engine.readSnapshot("ә 35 Ω")).isPresent();
            assertThat(engine.headPosition()).isEqualTo(1);
        }
    }

    @Test
    void a_stream_whose_name_begins_like_another_is_another_stream() {
        try (RocksEventStorageEngine engine = Stores.open(directory)) {
            engine.append(List.of(Stores.event("a", 0), Stores.event("ab", 0), Stores.event("a1", 0)));

            assertThat(engine.readEvents("a").asStream().count()).isEqualTo(1);
            assertThat(engine.lastSequenceNumberFor("a")).contains(0L);
            assertThatThrownBy(() -> engine.append(Stores.events("a\0b", 0, 1)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(engine.append(Stores.events("a", 1, 1))).isEqualTo(3);
        }
    }

    @Test
    void a_stream_may_begin_late_but_then_has_no_gaps() {
        try (RocksEventStorageEngine engine = Stores.open(directory)) {
            engine.append(Stores.events("late", 3, 2));
            assertThatThrownBy(() -> engine.append(Stores.events("late", 0, 1))).isInstanceOf(RuntimeException.class);
        }
        try (RocksEventStorageEngine engine = Stores.open(directory)) {
            assertThatThrownBy(() -> engine.append(Stores.events("late", 0, 1))).isInstanceOf(RuntimeException.class);
            assertThatThrownBy(() -> engine.append(Stores.events("late", 7, 1))).isInstanceOf(RuntimeException.class);
            engine.append(Stores.events("late", 5, 1));
            assertThat(engine.readEvents("late").asStream().map(DomainEventMessage::getSequenceNumber))
                    .containsExactly(3L, 4L, 5L);
            assertThat(engine.verifyStore((checked, of) -> {}).firstFlaw()).isEmpty();
        }
    }

    @Test
    @Timeout(60)
    void a_follower_of_the_embedded_event_store_sees_each_event_once_and_in_order() throws Exception {
        try (RocksEventStorageEngine engine = Stores.open(directory)) {
            EmbeddedEventStore store =
                    EmbeddedEventStore.builder().storageEngine(engine).build();
            try (TrackingEventStream follower = store.openStream(null)) {
                Thread writer = Thread.ofPlatform()
                        .start(() -> IntStream.range(0, 300)
                                .forEach(n -> store.publish(Stores.event("a", n), Stores.event("b", n))));
                for (long position = 0; position < 600; position++) {
                    // It waits for the next; to be told early that there is none is allowed to this store.
                    assertThat(follower.nextAvailable().trackingToken())
                            .isEqualTo(new GlobalSequenceTrackingToken(position));
                }
                writer.join();
            } finally {
                store.shutDown();
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void a_token_by_time_stands_before_the_first_event_not_earlier_though_clocks_go_backwards(long seed) {
        Random random = new Random(seed);
        List<Instant> times = new ArrayList<>();
        List<EventMessage<?>> events = new ArrayList<>();
        for (int n = 0; n < 3 * TimeBlocks.BLOCK_EVENTS + 100; n++) {
            times.add(Instant.ofEpochMilli(n * 10L - random.nextInt(n % 7 == 0 ? 20_000 : 50)));
            events.add(new GenericDomainEventMessage<>(
                    "Device", "s" + n, 0, "p", MetaData.emptyInstance(), "id" + n, times.get(n)));
        }
        try (RocksEventStorageEngine engine = Stores.open(directory)) {
            engine.append(events.subList(0, 1_500));
        }
        try (RocksEventStorageEngine engine = Stores.open(directory)) {
            engine.append(events.subList(1_500, events.size()));
            for (int question = 0; question < 300; question++) {
                Instant instant = Instant.ofEpochMilli(random.nextInt(36_000) - 2_000L);
                long first = IntStream.range(0, times.size())
                        .filter(n -> !times.get(n).isBefore(instant))
                        .findFirst()
                        .orElse(times.size());
                assertThat(engine.createTokenAt(instant)).isEqualTo(new GlobalSequenceTrackingToken(first - 1));
            }
            assertThat(engine.verifyStore((checked, of) -> {}).firstFlaw()).isEmpty();
        }
    }

    @Test
    void any_bit_that_flips_in_an_envelope_and_any_other_position_is_noticed() {
        byte[] envelope = EventEnvelope.of(Stores.event("a", 0), Stores.JSON);
        EventEnvelope.seal(envelope, 7);
        assertThat(EventEnvelope.read(envelope, 7, "a", directory).getEventIdentifier())
                .isNotEmpty();
        for (int bit = 0; bit < envelope.length * Byte.SIZE; bit++) {
            byte[] flipped = envelope.clone();
            flipped[bit / Byte.SIZE] ^= (byte) (1 << (bit % Byte.SIZE));
            assertThatThrownBy(() -> EventEnvelope.read(flipped, 7, "a", directory))
                    .isInstanceOf(CorruptEventException.class)
                    .hasMessageContaining("position 7 of stream a");
        }
        assertThatThrownBy(() -> EventEnvelope.read(envelope, 8, "a", directory))
                .isInstanceOf(CorruptEventException.class);
    }
}
