package kz.legality.device;

import java.time.Instant;
import kz.legality.event.Source;
import kz.legality.event.StoredAs;
import kz.legality.identifier.Imei;

/**
 * What follows for one declared device from all that its person brought in; his own record, {@link
 * kz.legality.allowance}, holds what was counted.
 */
public sealed interface AllowanceConsequence extends DeviceEvent.Consequence {
    /** Sequence in this stream of the declaration. */
    long declaration();

    /**
     * The device is beyond its person's allowance: the declaration alone makes it lawful no longer.
     *
     * @param policyVersion in force when the border was crossed
     */
    @StoredAs("AllowanceExceeded")
    record AllowanceExceeded(
            Imei imei, Instant occurredAt, Source source, long declaration, AllowanceBound bound, String policyVersion)
            implements AllowanceConsequence {}

    /** It is within the allowance after all: another paper that was counted was corrected or withdrawn. */
    @StoredAs("AllowanceRestored")
    record AllowanceRestored(Imei imei, Instant occurredAt, Source source, long declaration, String policyVersion)
            implements AllowanceConsequence {}
}
