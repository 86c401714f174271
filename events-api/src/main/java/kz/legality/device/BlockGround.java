package kz.legality.device;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/** Why a device is blocked. Never a finding alone: an order, or a term that ended. */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({@JsonSubTypes.Type(BlockGround.Order.class), @JsonSubTypes.Type(BlockGround.GreyTermExpired.class)})
public sealed interface BlockGround {
    /** An authority's order: who, why in its own words, and the paper's number. */
    record Order(String authority, String reason, String reference) implements BlockGround {}

    /** Legality was not proven within the term that was promised. */
    record GreyTermExpired(Instant deadline, String policyVersion) implements BlockGround {}
}
