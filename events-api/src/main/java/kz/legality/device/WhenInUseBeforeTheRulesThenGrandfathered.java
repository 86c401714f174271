package kz.legality.device;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kz.legality.device.Device.Binding;
import kz.legality.device.DeviceEvent.Grandfathered;
import kz.legality.event.Source;
import kz.legality.policy.Policy;

/** A device registered before the rules came into force is lawful until its end of life (order № 8/НҚ; F20). */
record WhenInUseBeforeTheRulesThenGrandfathered() implements Consequences.Rule {
    @Override
    public List<DeviceEvent> after(DeviceEvent event, Device before, Device now, Policy policy) {
        Instant rules = policy.grandfatheredBefore().atStartOfDay(policy.zone()).toInstant();
        Optional<Binding> early = now.bindings().stream()
                .filter(binding -> binding.at().isBefore(rules))
                .max(Comparator.comparing(Binding::at));
        if (early.isEmpty() || event.imei().tac().isTest() || addsNothing(early.get(), event, now, policy)) {
            return List.of();
        }
        Binding binding = early.get();
        return List.of(new Grandfathered(
                event.imei(),
                binding.at(),
                new Source.Rule("WhenInUseBeforeTheRulesThenGrandfathered"),
                binding.sequence(),
                policy.version()));
    }

    /** Once is enough, unless it left after the use that was known, and came back to be used before the rules still. */
    private static boolean addsNothing(Binding early, DeviceEvent event, Device now, Policy policy) {
        List<Origin> already = now.origins().stream()
                .filter(origin -> origin.kind() == Origin.Kind.GRANDFATHERED)
                .toList();
        if (already.isEmpty()) {
            return false;
        }
        return already.stream().anyMatch(origin -> !origin.at().isBefore(early.at()))
                || Legality.of(event.imei(), now, policy, Legality.EVER).isPresent();
    }
}
