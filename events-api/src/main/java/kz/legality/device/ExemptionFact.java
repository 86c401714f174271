package kz.legality.device;

import java.time.Instant;
import kz.legality.event.Source;
import kz.legality.event.StoredAs;
import kz.legality.identifier.Imei;
import org.jspecify.annotations.Nullable;

/** The rules do not reach every device: order № 226 leaves out roaming and machines. */
public sealed interface ExemptionFact extends DeviceEvent.Fact {
    /** Why the rules do not reach it ({@code exempt}). */
    enum Exemption {
        INBOUND_ROAMER,
        M2M,
        /** On the list of devices that no rule is to block. */
        GOLDEN_LIST
    }

    /**
     * Outside the rules for as long as it is so.
     */
    @StoredAs("Exempted")
    record Exempted(
            Imei imei,
            Instant occurredAt,
            Source source,
            @Nullable Long corrects,
            Exemption exemption,
            String basis) implements ExemptionFact {
        @Override
        public Exempted correcting(@Nullable Long sequence) {
            return new Exempted(imei, occurredAt, source, sequence, exemption, basis);
        }
    }

    /**
     * Under the rules from this moment.
     */
    @StoredAs("ExemptionEnded")
    record ExemptionEnded(
            Imei imei,
            Instant occurredAt,
            Source source,
            @Nullable Long corrects,
            Exemption exemption,
            String basis) implements ExemptionFact {
        @Override
        public ExemptionEnded correcting(@Nullable Long sequence) {
            return new ExemptionEnded(imei, occurredAt, source, sequence, exemption, basis);
        }
    }
}
