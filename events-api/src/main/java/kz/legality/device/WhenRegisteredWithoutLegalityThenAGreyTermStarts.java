package kz.legality.device;

import java.time.Instant;
import java.util.List;
import kz.legality.device.Device.GreyTerm;
import kz.legality.device.DeviceEvent.GreyTermStarted;
import kz.legality.event.Source;
import kz.legality.identifier.Imei;
import kz.legality.policy.Policy;
import org.jspecify.annotations.Nullable;

/**
 * A registered device whose legality is not proven gets the policy's term to prove it (order № 226; F4, F5), counted
 * from the fact that left it so. A term once promised is not promised again, unless it was lawful in between.
 */
record WhenRegisteredWithoutLegalityThenAGreyTermStarts() implements Consequences.Rule {
    @Override
    public List<DeviceEvent> after(DeviceEvent event, Imei imei, Device device, Policy policy) {
        boolean registered = !device.bindings().isEmpty();
        boolean lawful = Legality.of(imei, device, policy, Legality.EVER).isPresent();
        if (!registered || lawful || stillPromised(device, policy)) {
            return List.of();
        }
        Instant since = event.occurredAt();
        Instant deadline = since.atZone(policy.zone()).plus(policy.greyTerm()).toInstant();
        return List.of(new GreyTermStarted(
                imei,
                since,
                new Source.Rule("WhenRegisteredWithoutLegalityThenAGreyTermStarts"),
                deadline,
                policy.version()));
    }

    private static boolean stillPromised(Device device, Policy policy) {
        @Nullable GreyTerm term = device.greyTerm();
        return term != null
                && device.origins().stream()
                        .noneMatch(origin -> origin.sequence() > term.sequence() && Legality.clears(origin, policy));
    }
}
