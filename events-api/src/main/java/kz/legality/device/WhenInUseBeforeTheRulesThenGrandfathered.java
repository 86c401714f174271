package kz.legality.device;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.legality.device.Device.Sighting;
import kz.legality.device.DeviceEvent.Grandfathered;
import kz.legality.event.Source;
import kz.legality.policy.Policy;

/**
 * A device registered, or seen on a network with a home line, before the rules came into force is lawful until its end
 * of life (order № 8/НҚ; F20).
 */
record WhenInUseBeforeTheRulesThenGrandfathered() implements Consequences.Rule {
    /** A moment at which it was in use, and the fact that says so. */
    private record Use(long sequence, Instant at) {}

    @Override
    public List<DeviceEvent> after(DeviceEvent event, Device before, Device now, Policy policy) {
        if (now.bindings().isEmpty() && now.sightings().isEmpty()) {
            return List.of();
        }
        Instant rules = policy.grandfatheredBefore().atStartOfDay(policy.zone()).toInstant();
        Optional<Use> early =
                uses(now, policy).filter(use -> use.at().isBefore(rules)).max(Comparator.comparing(Use::at));
        if (early.isEmpty() || event.imei().tac().isTest() || addsNothing(early.get(), event, now, policy)) {
            return List.of();
        }
        return List.of(new Grandfathered(
                event.imei(),
                early.get().at(),
                new Source.Rule("WhenInUseBeforeTheRulesThenGrandfathered"),
                early.get().sequence(),
                policy.version()));
    }

    private static Stream<Use> uses(Device device, Policy policy) {
        Stream<Use> registered = device.bindings().stream().map(it -> new Use(it.sequence(), it.at()));
        Stream<Use> seen = device.sightings().stream()
                .filter(Sighting::homeSubscriber)
                .map(it -> new Use(
                        it.sequence(),
                        it.firstSeen().atStartOfDay(policy.zone()).toInstant()));
        return Stream.concat(registered, seen);
    }

    /** Once is enough, unless it left after the use that was known, and came back to be used before the rules still. */
    private static boolean addsNothing(Use early, DeviceEvent event, Device now, Policy policy) {
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
