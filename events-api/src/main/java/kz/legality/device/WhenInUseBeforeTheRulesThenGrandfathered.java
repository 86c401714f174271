package kz.legality.device;

import java.util.List;
import java.util.Optional;
import kz.legality.device.Device.Binding;
import kz.legality.device.DeviceEvent.Grandfathered;
import kz.legality.event.Source;
import kz.legality.identifier.Imei;
import kz.legality.policy.Policy;

/** A device registered before the rules came into force is lawful until its end of life (order № 8/НҚ; F20). */
record WhenInUseBeforeTheRulesThenGrandfathered() implements Consequences.Rule {
    @Override
    public List<DeviceEvent> after(DeviceEvent event, Imei imei, Device device, Policy policy) {
        Optional<Binding> early = device.bindings().stream()
                .filter(binding -> binding.at()
                        .isBefore(policy.grandfatheredBefore()
                                .atStartOfDay(policy.zone())
                                .toInstant()))
                .findFirst();
        boolean already = device.origins().stream().anyMatch(origin -> origin.kind() == Origin.Kind.GRANDFATHERED);
        if (early.isEmpty() || already || imei.tac().isTest()) {
            return List.of();
        }
        Binding binding = early.get();
        return List.of(new Grandfathered(
                imei,
                binding.at(),
                new Source.Rule("WhenInUseBeforeTheRulesThenGrandfathered"),
                binding.sequence(),
                policy.version()));
    }
}
