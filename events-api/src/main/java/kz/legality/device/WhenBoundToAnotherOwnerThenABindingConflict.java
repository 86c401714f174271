package kz.legality.device;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kz.legality.device.Device.Binding;
import kz.legality.device.DeviceEvent.BindingConflictDetected;
import kz.legality.device.DeviceEvent.DeviceRegistered;
import kz.legality.event.Source;
import kz.legality.policy.Policy;

/**
 * A registration meets another owner's that was not given up (F2). Told of whichever is recorded later, dated from the
 * moment both stood.
 */
record WhenBoundToAnotherOwnerThenABindingConflict() implements Consequences.Rule {
    @Override
    public List<DeviceEvent> after(DeviceEvent event, Device before, Device now, Policy policy) {
        if (now.bindings().size() < 2 || !(event instanceof DeviceRegistered registered)) {
            return List.of();
        }
        Binding own = now.bindings().getLast();
        String owner = registered.owner().reference();
        List<DeviceEvent> conflicts = new ArrayList<>();
        for (Binding other : now.bindings()) {
            if (!other.owner().equals(owner)) {
                Instant both = own.at().isBefore(other.at()) ? other.at() : own.at();
                List<Binding> holders = Holders.of(now, both);
                if (holders.contains(own) && holders.contains(other)) {
                    conflicts.add(conflict(event, own, other, both, policy));
                }
            }
        }
        return List.copyOf(conflicts);
    }

    private static BindingConflictDetected conflict(
            DeviceEvent event, Binding own, Binding other, Instant at, Policy policy) {
        Binding earlier = own.at().isBefore(other.at()) ? own : other;
        Binding later = earlier.equals(own) ? other : own;
        return new BindingConflictDetected(
                event.imei(),
                at,
                new Source.Rule("WhenBoundToAnotherOwnerThenABindingConflict"),
                later.sequence(),
                earlier.sequence(),
                List.of(earlier.owner(), later.owner()),
                policy.version());
    }
}
