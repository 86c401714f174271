package kz.legality.device;

import java.util.List;
import kz.legality.device.DeviceEvent.DeviceUnblocked;
import kz.legality.event.Source;
import kz.legality.identifier.Imei;
import kz.legality.policy.Policy;

/** A block whose only ground was that legality was not proven in time ends when it is proven after all. */
record WhenLegalityIsProvenThenTheExpiryBlockIsLifted() implements Consequences.Rule {
    private static final String NAME = "WhenLegalityIsProvenThenTheExpiryBlockIsLifted";

    @Override
    public List<DeviceEvent> after(DeviceEvent event, Imei imei, Device device, Policy policy) {
        if (Legality.of(imei, device, policy, Legality.EVER).isEmpty()) {
            return List.of();
        }
        return device.blocks().stream()
                .filter(block -> block.byExpiry() && block.until() == null)
                .<DeviceEvent>map(block -> new DeviceUnblocked(
                        imei,
                        // Proof older than the block takes the ground from all of it: as known today it never stood.
                        event.occurredAt().isAfter(block.since()) ? event.occurredAt() : block.since(),
                        new Source.Rule(NAME),
                        block.sequence(),
                        "ledger",
                        "LEGALITY_PROVEN",
                        policy.version()))
                .toList();
    }
}
