package kz.legality.device;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import kz.legality.identifier.DeclarationNumber;
import kz.legality.secrecy.Pseudonym;
import org.jspecify.annotations.Nullable;

/**
 * By whom a device was brought in, on which paper.
 *
 * @param excess null while it is within his allowance, or duty was paid for it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Brought(
        Pseudonym person,
        DeclarationNumber declaration,
        @Nullable Excess excess) {

    /**
     * Beyond the allowance.
     *
     * @param sequence in the device's stream of the event that says so
     * @param at from when on: a paper that became known late takes legality away from then, not before
     * @param policyVersion that set the bound
     */
    public record Excess(long sequence, Instant at, AllowanceBound bound, String policyVersion) {}

    Brought with(@Nullable Excess found) {
        return new Brought(person, declaration, found);
    }
}
