package kz.legality.command.device;

import kz.legality.device.DeviceCommand;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;

/** A command goes to the stream of its IMEI's 14 digits. Said here, since the domain holds no framework's annotation. */
final class ByImei implements CommandTargetResolver {
    @Override
    public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> message) {
        return switch (message.getPayload()) {
            case DeviceCommand command ->
                new VersionedAggregateIdentifier(command.imei().key(), null);
            default ->
                throw new IllegalArgumentException(message.getPayloadType().getName() + " is not about a device");
        };
    }
}
