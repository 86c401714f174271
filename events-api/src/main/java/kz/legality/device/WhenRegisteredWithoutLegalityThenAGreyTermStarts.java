package kz.legality.device;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kz.legality.device.Device.Binding;
import kz.legality.device.DeviceEvent.GreyTermStarted;
import kz.legality.event.Source;
import kz.legality.policy.GreyTerms.Holder;
import kz.legality.policy.Policy;

/**
 * A registered device whose legality is not proven gets the policy's term to prove it (order № 226; F4, F5), counted
 * from the fact that left it so, and never from before it was registered. A term once promised is not promised again,
 * unless the ledger held the device lawful in between.
 */
record WhenRegisteredWithoutLegalityThenAGreyTermStarts() implements Consequences.Rule {
    @Override
    public List<DeviceEvent> after(DeviceEvent event, Device before, Device now, Policy policy) {
        Optional<Instant> registered = now.bindings().stream().map(Binding::at).min(Comparator.naturalOrder());
        boolean stillPromised = now.greyTerm() != null && !lawful(event, before, policy);
        if (registered.isEmpty() || lawful(event, now, policy) || stillPromised) {
            return List.of();
        }
        Instant since = event.occurredAt().isAfter(registered.get()) ? event.occurredAt() : registered.get();
        Instant deadline = policy.lists().grey().deadline(since, Holder.RESIDENT, policy.zone());
        return List.of(new GreyTermStarted(
                event.imei(),
                since,
                new Source.Rule("WhenRegisteredWithoutLegalityThenAGreyTermStarts"),
                deadline,
                policy.version()));
    }

    private static boolean lawful(DeviceEvent event, Device device, Policy policy) {
        return Legality.needsNoProof(event.imei(), device, policy, Legality.EVER);
    }
}
