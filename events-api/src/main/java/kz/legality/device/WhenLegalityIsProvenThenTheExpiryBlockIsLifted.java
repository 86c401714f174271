package kz.legality.device;

import java.util.List;
import kz.legality.device.Device.Block;
import kz.legality.device.DeviceEvent.DeviceUnblocked;
import kz.legality.event.Source;
import kz.legality.policy.Policy;

/** A block whose only ground was that legality was not proven in time ends when it is proven after all. */
record WhenLegalityIsProvenThenTheExpiryBlockIsLifted() implements Consequences.Rule {
    private static final String NAME = "WhenLegalityIsProvenThenTheExpiryBlockIsLifted";

    @Override
    public List<DeviceEvent> after(DeviceEvent event, Device before, Device now, Policy policy) {
        if (!Legality.needsNoProof(event.imei(), now, policy, Legality.EVER)) {
            return List.of();
        }
        return now.blocks().stream()
                .filter(block -> block.byExpiry() && block.until() == null)
                .<DeviceEvent>map(block -> lifting(block, event, NAME, "LEGALITY_PROVEN", policy))
                .toList();
    }

    /** Proof older than the block takes the ground from all of it: as known today it never stood. */
    static DeviceUnblocked lifting(Block block, DeviceEvent event, String rule, String reason, Policy policy) {
        return new DeviceUnblocked(
                event.imei(),
                event.occurredAt().isAfter(block.since()) ? event.occurredAt() : block.since(),
                new Source.Rule(rule),
                block.sequence(),
                "ledger",
                reason,
                policy.version());
    }
}
