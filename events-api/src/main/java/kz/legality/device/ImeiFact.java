package kz.legality.device;

import java.time.Instant;
import kz.legality.event.Source;
import kz.legality.event.StoredAs;
import kz.legality.identifier.Bin;
import kz.legality.identifier.Imei;
import org.jspecify.annotations.Nullable;

/** What ties one IMEI to another: two slots of one device, or a board put in place of another. */
public sealed interface ImeiFact extends DeviceEvent.Fact {
    /** What shows that two IMEIs are of one device. */
    enum PairingEvidence {
        CUSTOMS_DECLARATION,
        MANUFACTURER,
        SERVICE_CENTRE,
        PHOTOGRAPH,
        OWNER_APPLICATION
    }

    /** Which board of a replacement. */
    enum Side {
        OLD_BOARD,
        NEW_BOARD
    }

    /**
     * The other IMEI is in the same device. Each of the two has this fact in its own stream.
     *
     * @param reference of the paper or picture that shows it
     * @param otherStands the list of the other IMEI when this was recorded
     */
    @StoredAs("ImeisPaired")
    record ImeisPaired(
            Imei imei,
            Instant occurredAt,
            Source source,
            @Nullable Long corrects,
            Imei other,
            PairingEvidence evidence,
            String reference,
            ListStatus otherStands)
            implements ImeiFact {
        @Override
        public ImeisPaired correcting(@Nullable Long sequence) {
            return new ImeisPaired(imei, occurredAt, source, sequence, other, evidence, reference, otherStands);
        }
    }

    /**
     * A service centre put in a new board with a new IMEI (rules of 2026: to be verified anew). Each of the two has this
     * fact in its own stream.
     *
     * @param side of the board whose stream this is
     * @param otherStands the list of the other IMEI when this was recorded
     */
    @StoredAs("ImeiReplaced")
    record ImeiReplaced(
            Imei imei,
            Instant occurredAt,
            Source source,
            @Nullable Long corrects,
            Imei other,
            Side side,
            Bin serviceCentre,
            String reference,
            ListStatus otherStands)
            implements ImeiFact {
        @Override
        public ImeiReplaced correcting(@Nullable Long sequence) {
            return new ImeiReplaced(
                    imei, occurredAt, source, sequence, other, side, serviceCentre, reference, otherStands);
        }
    }
}
