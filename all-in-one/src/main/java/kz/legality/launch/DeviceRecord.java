package kz.legality.launch;

import java.util.ArrayList;
import java.util.List;
import kz.legality.device.Deciding;
import kz.legality.device.Decision;
import kz.legality.device.Device;
import kz.legality.device.DeviceCommand;
import kz.legality.device.DeviceEvent;
import kz.legality.device.Standing;
import kz.legality.identifier.Imei;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;

/** A device by its own stream, ahead of the views. */
public final class DeviceRecord {
    private DeviceRecord() {}

    public static Device of(OpenLedger ledger, Imei imei) {
        List<DeviceEvent> events = new ArrayList<>();
        DomainEventStream stream = ledger.events().readEvents(imei.key());
        while (stream.hasNext()) {
            events.add((DeviceEvent) stream.next().getPayload());
        }
        return Device.of(events);
    }

    public static Standing standing(OpenLedger ledger, Imei imei) {
        return Standing.now(imei, of(ledger, imei), ledger.policy());
    }

    /** What a command would lead to now; nothing is recorded. */
    public static Decision foresee(OpenLedger ledger, DeviceCommand command) {
        return Deciding.on(command, of(ledger, command.imei()), ledger.policy());
    }
}
