package kz.legality.command.device;

import static kz.legality.command.device.Phone.IMEI;
import static kz.legality.command.device.Phone.blocked;
import static kz.legality.command.device.Phone.imported;
import static kz.legality.command.device.Phone.june;
import static kz.legality.command.device.Phone.lifting;
import static kz.legality.command.device.Phone.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import kz.legality.command.secrecy.rocksdb.RocksSubjectKeys;
import kz.legality.command.storedform.OlderRevisions;
import kz.legality.command.storedform.StoredForm;
import kz.legality.device.Decision.Accepted;
import kz.legality.device.Decision.Refused;
import kz.legality.device.DeviceCommand.RecordFact;
import kz.legality.device.DeviceEvent.DeviceRegistered;
import kz.legality.event.LedgerEvent;
import kz.legality.identifier.Imei;
import kz.legality.policy.Policies;
import kz.legality.policy.Policy;
import kz.legality.secrecy.EventSeal;
import kz.legality.secrecy.FieldSeal;
import kz.legality.secrecy.Personal;
import kz.legality.secrecy.Subject;
import kz.legality.secrecy.SubjectForgotten;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.json.JacksonSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandSideTest {
    @TempDir
    Path data;

    private final Engine engine = new Engine();
    private RocksSubjectKeys keys;
    private CommandSide commands;

    @BeforeEach
    void start() {
        keys = RocksSubjectKeys.open(data.resolve("keys"), data.resolve("keys/kek"));
        commands = CommandSide.builder()
                .eventStorageEngine(engine)
                .keys(keys)
                .policies(Policies.always(Policy.kazakhstan()))
                .build();
    }

    @AfterEach
    void stop() {
        commands.close();
        keys.close();
    }

    @Test
    void a_command_about_a_phone_nobody_saw_makes_its_stream() {
        commands.send(new RecordFact(imported(1)), Map.of("request", "req-7"));

        DomainEventMessage<?> stored = stream().getFirst();
        assertThat(stored.getAggregateIdentifier()).isEqualTo("49015420323751");
        assertThat(stored.getType()).isEqualTo("Device");
        assertThat(stored.getSequenceNumber()).isZero();
        assertThat(stored.getPayload()).isEqualTo(imported(1));
    }

    @Test
    void a_refusal_is_an_answer_and_leaves_no_trace() {
        assertThat(commands.send(lifting(1, "17"), Map.of())).isInstanceOf(Refused.class);
        assertThat(stream()).isEmpty();
    }

    @Test
    void a_phone_that_came_in_by_bulk_is_known_to_commands() {
        commands.eventStore()
                .publish(List.of(
                        new GenericDomainEventMessage<>("Device", IMEI.key(), 0, imported(1)),
                        new GenericDomainEventMessage<>("Device", IMEI.key(), 1, blocked(2, "17"))));

        assertThat(commands.send(new RecordFact(imported(1)), Map.of())).isEqualTo(new Accepted(List.of()));
        commands.send(lifting(3, "17"), Map.of());

        assertThat(stream()).extracting(DomainEventMessage::getSequenceNumber).containsExactly(0L, 1L, 2L);
    }

    @Test
    void the_fifteenth_digit_does_not_make_another_phone() {
        commands.send(new RecordFact(imported(1)), Map.of());
        commands.send(
                new RecordFact(new DeviceRegistered(
                        new Imei("4901542032375100"),
                        june(2).toInstant(),
                        imported(1).source(),
                        null,
                        june(2),
                        registered(2).owner(),
                        registered(2).msisdn(),
                        registered(2).imsi(),
                        "KCELL")),
                Map.of());

        assertThat(stream()).hasSize(2);
    }

    @Test
    void what_is_stored_of_a_person_is_sealed() {
        commands.send(new RecordFact(registered(2, keys.pseudonyms())), Map.of());

        StoredForm form = new StoredForm();
        assertThat(stream()).hasSize(2).allSatisfy(message -> {
            String stored = new String(
                    form.serialize(message.getPayload(), byte[].class).getData(), StandardCharsets.UTF_8);
            assertThat(stored).doesNotContain(Phone.IIN, Phone.MSISDN, Phone.IMSI);
        });
    }

    @Test
    void what_was_sealed_opens_where_it_stands() {
        commands.send(new RecordFact(registered(2, keys.pseudonyms())), Map.of());

        DomainEventMessage<?> stored = stream().getFirst();
        Personal.Sealed<?> msisdn = (Personal.Sealed<?>) ((DeviceRegistered) stored.getPayload()).msisdn();
        FieldSeal.Opened opened = FieldSeal.open(
                msisdn,
                new FieldSeal.Place(stored.getIdentifier(), "msisdn"),
                keys.find(msisdn.subject()).orElseThrow());
        assertThat(opened.value()).isEqualTo(Phone.MSISDN);
    }

    @Test
    void a_repeated_registration_is_known_by_its_pseudonyms() {
        commands.send(new RecordFact(registered(2, keys.pseudonyms())), Map.of());

        assertThat(commands.send(new RecordFact(registered(2, keys.pseudonyms())), Map.of()))
                .isEqualTo(new Accepted(List.of()));
    }

    @Test
    void nothing_new_is_recorded_about_a_forgotten_person() {
        DeviceRegistered registered = registered(2, keys.pseudonyms());
        Subject subject = EventSeal.subjectsOf(registered).iterator().next();
        keys.destroy(subject, "order 5", june(1).toInstant());

        assertThatThrownBy(() -> commands.send(new RecordFact(registered), Map.of()))
                .isInstanceOf(SubjectForgotten.class);
        assertThat(stream()).isEmpty();
    }

    @Test
    void a_command_that_lost_a_race_asks_again() {
        engine.racesToLose.set(3);

        commands.send(new RecordFact(imported(1)), Map.of());

        assertThat(stream()).hasSize(1);
    }

    @Test
    void a_command_that_keeps_losing_says_so() {
        engine.racesToLose.set(5);

        assertThatThrownBy(() -> commands.send(new RecordFact(imported(1)), Map.of()))
                .isInstanceOf(ConcurrencyException.class);
        assertThat(stream()).isEmpty();
    }

    @Test
    void an_event_store_made_elsewhere_is_taken_as_it_is() {
        AxonServerConfiguration nowhere = AxonServerConfiguration.builder()
                .componentName("ledger")
                .servers("127.0.0.1:1")
                .build();
        EventStore axonServer = AxonServerEventStore.builder()
                .configuration(nowhere)
                .platformConnectionManager(AxonServerConnectionManager.builder()
                        .axonServerConfiguration(nowhere)
                        .build())
                .eventSerializer(new StoredForm())
                .snapshotSerializer(JacksonSerializer.defaultSerializer())
                .snapshotFilter(SnapshotFilter.allowAll())
                .upcasterChain(OlderRevisions.upcasters())
                .build();

        try (CommandSide over = CommandSide.builder()
                .eventStore(axonServer)
                .keys(keys)
                .policies(Policies.always(Policy.kazakhstan()))
                .build()) {
            assertThat(over.eventStore()).isSameAs(axonServer);
        }
    }

    @Test
    void metadata_stands_beside_every_event_the_command_led_to() {
        commands.send(new RecordFact(registered(2, keys.pseudonyms())), Map.of("request", "req-7"));

        assertThat(stream())
                .hasSize(2)
                .extracting(DomainEventMessage::getMetaData)
                .allSatisfy(metadata -> assertThat((MetaData) metadata).containsEntry("request", "req-7"));
    }

    private List<? extends DomainEventMessage<?>> stream() {
        return engine.readEvents(IMEI.key()).asStream().toList();
    }

    /** Axon's engine in memory, told to lose races; what it takes must have a stored form. */
    private static final class Engine extends InMemoryEventStorageEngine {
        private final AtomicInteger racesToLose = new AtomicInteger();

        @Override
        public void appendEvents(List<? extends EventMessage<?>> events) {
            if (racesToLose.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new ConcurrencyException("somebody was faster");
            }
            events.forEach(event -> assertThat(event.getPayload()).isInstanceOf(LedgerEvent.class));
            super.appendEvents(events);
        }
    }
}
