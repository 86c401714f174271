package kz.legality.device;

import java.util.List;
import kz.legality.device.Device.Block;
import kz.legality.policy.Policy;

/**
 * A term runs from a registration. Where that was withdrawn as recorded in error, nobody was given the term, and the
 * block that ended it has lost its ground: the IMEI's true owner must not be cut off for another's slip.
 */
record WhenTheGreyTermWasPromisedToNobodyThenTheExpiryBlockIsLifted() implements Consequences.Rule {
    private static final String NAME = "WhenTheGreyTermWasPromisedToNobodyThenTheExpiryBlockIsLifted";

    @Override
    public List<DeviceEvent> after(DeviceEvent event, Device before, Device now, Policy policy) {
        return now.blocks().stream()
                .filter(block -> block.byExpiry() && block.until() == null && !endsATerm(block, now))
                .<DeviceEvent>map(block -> WhenLegalityIsProvenThenTheExpiryBlockIsLifted.lifting(
                        block, event, NAME, "REGISTRATION_WITHDRAWN", policy))
                .toList();
    }

    private static boolean endsATerm(Block block, Device device) {
        return device.greyTerms().stream().anyMatch(term -> term.deadline().equals(block.since()));
    }
}
