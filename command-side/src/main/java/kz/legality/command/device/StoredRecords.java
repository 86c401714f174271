package kz.legality.command.device;

import kz.legality.allowance.AllowanceEvent;
import kz.legality.allowance.Allowing;
import kz.legality.allowance.PersonAllowance;
import kz.legality.device.Device;
import kz.legality.device.DeviceEvent;
import kz.legality.identifier.Imei;
import kz.legality.secrecy.Pseudonym;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Devices and allowances as the event store holds them, folded from their first event. */
public record StoredRecords(EventStore store) implements Allowing.Records {
    @Override
    public Device device(Imei imei) {
        DomainEventStream events = store.readEvents(imei.key(), 0);
        Device device = Device.UNSEEN;
        while (events.hasNext()) {
            device = device.after((DeviceEvent) events.next().getPayload());
        }
        return device;
    }

    @Override
    public PersonAllowance allowance(Pseudonym person) {
        DomainEventStream events = store.readEvents(AllowanceEvent.streamOf(person), 0);
        PersonAllowance allowance = PersonAllowance.UNSEEN;
        while (events.hasNext()) {
            allowance = allowance.after((AllowanceEvent) events.next().getPayload());
        }
        return allowance;
    }
}
