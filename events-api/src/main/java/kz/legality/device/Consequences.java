package kz.legality.device;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kz.legality.policy.Policy;
import org.jspecify.annotations.Nullable;

/** What follows from a fact by itself, in this order, each rule seeing what the one before it led to. */
final class Consequences {
    /** One rule: what follows from the newest event, given the state before it, and the state now. */
    interface Rule {
        List<DeviceEvent> after(DeviceEvent event, Device before, Device now, Policy policy);

        /** The same, where it matters when the ledger was told; null where that is when it happened. */
        default List<DeviceEvent> after(
                DeviceEvent event, @Nullable Instant receivedAt, Device before, Device now, Policy policy) {
            return after(event, before, now, policy);
        }
    }

    private static final List<Rule> RULES = List.of(
            new WhenBoundToAnotherOwnerThenABindingConflict(),
            new WhenInUseBeforeTheRulesThenGrandfathered(),
            new WhenLegalityIsProvenThenTheExpiryBlockIsLifted(),
            new WhenTheGreyTermWasPromisedToNobodyThenTheExpiryBlockIsLifted(),
            new WhenRegisteredWithoutLegalityThenAGreyTermStarts());

    private Consequences() {}

    static List<DeviceEvent> of(DeviceEvent event, Device before, Policy policy) {
        return of(event, null, before, policy);
    }

    static List<DeviceEvent> of(DeviceEvent event, @Nullable Instant receivedAt, Device before, Policy policy) {
        return of(List.of(event), receivedAt, before, policy);
    }

    /** Of events that are said in one breath, the first of which is the fact: no rule sees it without the rest. */
    static List<DeviceEvent> of(List<DeviceEvent> said, @Nullable Instant receivedAt, Device before, Policy policy) {
        DeviceEvent event = said.getFirst();
        Device device = before;
        for (DeviceEvent one : said) {
            device = device.after(one);
        }
        List<DeviceEvent> all = new ArrayList<>(said);
        for (Rule rule : RULES) {
            for (DeviceEvent followed : rule.after(event, receivedAt, before, device, policy)) {
                device = device.after(followed);
                all.add(followed);
            }
        }
        return List.copyOf(all);
    }
}
