package kz.legality.device;

import java.time.Instant;
import kz.legality.event.Source;
import kz.legality.event.StoredAs;
import kz.legality.identifier.Imei;
import org.jspecify.annotations.Nullable;

/** Who holds a device, beside its registration with an operator (order № 226; F13, F15: the secondary market). */
public sealed interface OwnershipFact extends DeviceEvent.Fact {
    /**
     * The owner gave the registration up. A grey term runs on: giving up and registering anew buys no second one.
     */
    @StoredAs("DeviceDeregistered")
    record DeviceDeregistered(
            Imei imei,
            Instant occurredAt,
            Source source,
            @Nullable Long corrects,
            Owner owner,
            String reason) implements OwnershipFact {
        @Override
        public DeviceDeregistered correcting(@Nullable Long sequence) {
            return new DeviceDeregistered(imei, occurredAt, source, sequence, owner, reason);
        }
    }

    /**
     * Sold, given or inherited. Legality stays with the device.
     *
     * @param basis the contract, the deed or the application
     */
    @StoredAs("OwnershipTransferred")
    record OwnershipTransferred(
            Imei imei,
            Instant occurredAt,
            Source source,
            @Nullable Long corrects,
            Owner from,
            Owner to,
            String basis) implements OwnershipFact {
        @Override
        public OwnershipTransferred correcting(@Nullable Long sequence) {
            return new OwnershipTransferred(imei, occurredAt, source, sequence, from, to, basis);
        }
    }
}
