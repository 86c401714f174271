package kz.legality.command.intake;

import java.util.List;
import kz.legality.device.Deciding;
import kz.legality.device.Device;
import kz.legality.device.DeviceCommand.RecordFact;
import kz.legality.device.DeviceEvent;
import kz.legality.event.LedgerEvent;
import kz.legality.policy.Policy;

/** The stream of one IMEI. */
final class DeviceFacts implements FactStream {
    private final Policy policy;
    private Device device;

    DeviceFacts(Device device, Policy policy) {
        this.device = device;
        this.policy = policy;
    }

    @Override
    public long nextSequence() {
        return device.nextSequence();
    }

    @Override
    public List<? extends LedgerEvent> record(LedgerEvent fact) {
        List<DeviceEvent> events = Deciding.on(new RecordFact((DeviceEvent.Fact) fact), device, policy)
                .events();
        for (DeviceEvent event : events) {
            device = device.after(event);
        }
        return events;
    }
}
