package kz.legality.device;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kz.legality.device.Device.Binding;
import kz.legality.device.Device.Departure;
import kz.legality.device.DeviceEvent.GreyTermStarted;
import kz.legality.device.ReviewFact.AppealDecided;
import kz.legality.event.Source;
import kz.legality.policy.GreyTerms;
import kz.legality.policy.GreyTerms.ClockStart;
import kz.legality.policy.GreyTerms.Holder;
import kz.legality.policy.Policy;
import org.jspecify.annotations.Nullable;

/**
 * A registered device whose legality is not proven gets the policy's term to prove it (order № 226; F4, F5), counted
 * from the fact that left it so, and never from before it was registered. A term once promised is not promised again,
 * unless the ledger held the device lawful in between, or the block that ended it was found to be wrong. Where the policy
 * counts from the notice, nobody's term begins before the ledger was told; where it counts from the border, the term is
 * counted from the last crossing that is known.
 */
record WhenRegisteredWithoutLegalityThenAGreyTermStarts() implements Consequences.Rule {
    @Override
    public List<DeviceEvent> after(DeviceEvent event, Device before, Device now, Policy policy) {
        return after(event, null, before, now, policy);
    }

    @Override
    public List<DeviceEvent> after(
            DeviceEvent event, @Nullable Instant receivedAt, Device before, Device now, Policy policy) {
        if (now.bindings().isEmpty() || wasReplaced(now)) {
            return List.of();
        }
        Optional<Instant> registered = now.bindings().stream().map(Binding::at).min(Comparator.naturalOrder());
        boolean stillPromised =
                now.greyTerm() != null && !lawful(event, before, policy) && !overrulesTheBlock(event, before, now);
        if (registered.isEmpty() || lawful(event, now, policy) || stillPromised) {
            return List.of();
        }
        Instant since = event.occurredAt().isAfter(registered.get()) ? event.occurredAt() : registered.get();
        if (receivedAt != null
                && receivedAt.isAfter(since)
                && policy.lists().grey().start() == ClockStart.NOTIFICATION) {
            since = receivedAt;
        }
        Instant deadline = deadline(since, now, policy);
        return List.of(new GreyTermStarted(
                event.imei(),
                since,
                new Source.Rule("WhenRegisteredWithoutLegalityThenAGreyTermStarts"),
                deadline,
                policy.version()));
    }

    /** Never before the term begins: counted from the border, it may be over when the phone is first heard of. */
    private static Instant deadline(Instant since, Device now, Policy policy) {
        GreyTerms grey = policy.lists().grey();
        Holder holder = Holders.latest(now, since).map(Binding::termHolder).orElse(Holder.RESIDENT);
        Instant counted = grey.start() == ClockStart.BORDER_ENTRY ? lastEntry(now, since) : since;
        Instant deadline = grey.deadline(counted, holder, policy.zone());
        return deadline.isBefore(since) ? since : deadline;
    }

    /** When it crossed the border with a person last, as far as that is known; else when the term begins. */
    private static Instant lastEntry(Device now, Instant since) {
        return now.origins().stream()
                .filter(origin -> origin.brought() != null && !origin.at().isAfter(since))
                .map(Origin::at)
                .max(Comparator.naturalOrder())
                .orElse(since);
    }

    /** The board is out of its device: whoever had it registered has another now. */
    private static boolean wasReplaced(Device now) {
        return now.departures().stream()
                .anyMatch(it -> it.procedure().equals(Departure.BOARD_SWAP)
                        && now.bindings().stream()
                                .noneMatch(binding -> binding.at().isAfter(it.at())));
    }

    /** Whose phone was blocked wrongly has not had his term. */
    private static boolean overrulesTheBlock(DeviceEvent event, Device before, Device now) {
        return event instanceof AppealDecided
                && now.blocks().stream()
                        .anyMatch(block -> block.byExpiry() && now.wasWrong(block) && !before.wasWrong(block));
    }

    private static boolean lawful(DeviceEvent event, Device device, Policy policy) {
        return Legality.needsNoProof(event.imei(), device, policy, Legality.EVER);
    }
}
