package kz.legality.command.device;

import kz.legality.device.Deciding;
import kz.legality.device.Decision;
import kz.legality.device.Device;
import kz.legality.device.DeviceCommand;
import kz.legality.device.DeviceEvent;
import kz.legality.policy.Policies;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.UnknownSerializedType;
import org.jspecify.annotations.Nullable;

/** One device's stream: asks the domain, appends what it answers, folds what was appended. */
@AggregateRoot(type = DeviceAggregate.TYPE)
public class DeviceAggregate {
    /** What its streams are called in the store, beside the 14 digits that name each. */
    public static final String TYPE = "Device";

    /** The name under which every device command travels, whichever it is. */
    static final String COMMAND = "DeviceCommand";

    /** Null until the first event names it: Axon takes anything else for the stream's name. */
    @AggregateIdentifier
    private @Nullable String key;

    private Device device = Device.UNSEEN;

    /** For the store, which folds the rest. */
    public DeviceAggregate() {}

    @CommandHandler(commandName = COMMAND)
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision handle(DeviceCommand command, Policies policies) {
        Decision decision = Deciding.on(command, device, policies.book().inForceAt(command.at()));
        decision.events().forEach(AggregateLifecycle::apply);
        return decision;
    }

    @EventSourcingHandler
    void fold(DeviceEvent event) {
        key = event.stream();
        device = device.after(event);
    }

    /** Passed over in silence, it would let the ledger decide by half a history. */
    @EventSourcingHandler
    void fold(UnknownSerializedType event) {
        throw new IllegalStateException(
                "device " + key + " has an event this version of the ledger does not know: " + event);
    }
}
