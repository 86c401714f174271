package kz.legality.command.device;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kz.legality.command.secrecy.SealingPersonalFields;
import kz.legality.command.storedform.StoredForm;
import kz.legality.device.Decision;
import kz.legality.device.DeviceCommand;
import kz.legality.device.DeviceCommand.WithdrawFact;
import kz.legality.policy.Policies;
import kz.legality.secrecy.SubjectForgotten;
import kz.legality.secrecy.SubjectKeys;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.Registration;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.Message;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.json.JacksonSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Takes a command about a device and answers with what was decided, which then is stored. Every event that goes into
 * the event store, by a command or in bulk, is sealed on its way. Safe for many threads.
 */
public final class CommandSide implements AutoCloseable {
    /** Others, such as a file being read in, append to the same streams; a command that lost the race asks again. */
    private static final int ATTEMPTS_MAX = 5;

    private final Configuration axon;
    private final EventStore eventStore;
    private final Registration sealing;
    private final WithdrawingDeclarations withdrawing;

    private CommandSide(EventStore eventStore, SubjectKeys keys, Policies policies) {
        this.eventStore = eventStore;
        this.withdrawing = new WithdrawingDeclarations(eventStore, policies);
        this.sealing = eventStore.registerDispatchInterceptor(new SealingPersonalFields(keys));
        this.axon = DefaultConfigurer.defaultConfiguration(false)
                .configureEventStore(c -> eventStore)
                .configureSerializer(c -> JacksonSerializer.defaultSerializer())
                .configureEventSerializer(c -> new StoredForm())
                // What came with the command stands beside its events; ids that nobody asked for do not.
                .configureCorrelationDataProviders(c -> List.of(Message::getMetaData))
                .registerComponent(Policies.class, c -> policies)
                .configureAggregate(AggregateConfigurer.defaultConfiguration(DeviceAggregate.class)
                        .configureCommandTargetResolver(c -> new ByImei()))
                .start();
    }

    public static Builder builder() {
        return new Builder();
    }

    /**
     * Decides and stores. When this returns, the decision's events are in the store.
     *
     * @param metadata of the events the command leads to: text, whole number or boolean
     * @throws SubjectForgotten when the command is about a person who was forgotten
     * @throws ConcurrencyException when others kept appending to the stream, {@value #ATTEMPTS_MAX} times
     */
    public Decision send(DeviceCommand command, Map<String, ?> metadata) {
        RuntimeException lost = null;
        for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
            try {
                Optional<? extends Decision> ofDeclaration = command instanceof WithdrawFact withdraw
                        ? withdrawing.withdraw(withdraw, metadata)
                        : Optional.empty();
                return ofDeclaration.isPresent()
                        ? ofDeclaration.get()
                        : axon.commandGateway().sendAndWait(message(command, metadata));
            } catch (ConcurrencyException | AggregateStreamCreationException e) {
                lost = e;
            }
        }
        throw Objects.requireNonNull(lost);
    }

    /** Where bulk paths publish to; what they publish is sealed like the rest. */
    public EventStore eventStore() {
        return eventStore;
    }

    /** Stops taking commands. The event store and the keys belong to who gave them. */
    @Override
    public void close() {
        axon.shutdown();
        sealing.cancel();
    }

    static CommandMessage<DeviceCommand> message(DeviceCommand command, Map<String, ?> metadata) {
        return new GenericCommandMessage<>(new GenericMessage<>(command, metadata), DeviceAggregate.COMMAND);
    }

    /** Takes an event store as it is, such as Axon Server's, or an engine to make one over. */
    public static final class Builder {
        private @Nullable EventStore eventStore;
        private @Nullable SubjectKeys keys;
        private @Nullable Policies policies;

        private Builder() {}

        public Builder eventStore(EventStore store) {
            this.eventStore = store;
            return this;
        }

        public Builder eventStorageEngine(EventStorageEngine engine) {
            return eventStore(EmbeddedEventStore.builder().storageEngine(engine).build());
        }

        public Builder keys(SubjectKeys subjectKeys) {
            this.keys = subjectKeys;
            return this;
        }

        public Builder policies(Policies inForce) {
            this.policies = inForce;
            return this;
        }

        public CommandSide build() {
            return new CommandSide(
                    Objects.requireNonNull(eventStore, "an event store, or an engine to make one over"),
                    Objects.requireNonNull(keys, "the subjects' keys"),
                    Objects.requireNonNull(policies, "the policies in force"));
        }
    }
}
