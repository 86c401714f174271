package kz.legality.device;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;

/** Why a device is blocked. Never a finding alone: an order, or a term that ended. */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({
    @JsonSubTypes.Type(BlockGround.Order.class),
    @JsonSubTypes.Type(BlockGround.PlaceOrder.class),
    @JsonSubTypes.Type(BlockGround.GreyTermExpired.class)
})
public sealed interface BlockGround {
    /** An authority's order: who, why in its own words, and the paper's number. */
    record Order(String authority, String reason, String reference) implements BlockGround {}

    /**
     * An order for one place, such as the perimeter of a prison (order of 31.10.2025): by whom, where, by which article,
     * and the paper's number.
     */
    record PlaceOrder(String authority, String place, String basis, String reference) implements BlockGround {}

    /**
     * Legality was not proven within the term that was promised.
     *
     * @param found what the check right before the block found (F19), by the names of {@link Standing.Code}; empty for
     *     blocks older than that record
     */
    record GreyTermExpired(Instant deadline, String policyVersion, List<String> found) implements BlockGround {}
}
