package kz.legality.device;

import java.time.Instant;
import kz.legality.event.Source;
import kz.legality.event.StoredAs;
import kz.legality.identifier.Bin;
import kz.legality.identifier.DeclarationNumber;
import kz.legality.identifier.Imei;
import org.jspecify.annotations.Nullable;

/** How a device came to be here without an import declaration of its own. */
public sealed interface OriginFact extends DeviceEvent.Fact {
    /**
     * Made in the country.
     */
    @StoredAs("LocallyManufactured")
    record LocallyManufactured(
            Imei imei,
            Instant occurredAt,
            Source source,
            @Nullable Long corrects,
            Bin manufacturer,
            String certificate,
            String brand,
            String model)
            implements OriginFact {
        @Override
        public LocallyManufactured correcting(@Nullable Long sequence) {
            return new LocallyManufactured(imei, occurredAt, source, sequence, manufacturer, certificate, brand, model);
        }
    }

    /**
     * The same phone came back from repair abroad: what it was lawful by before it left, it is lawful by again.
     *
     * @param repairDocument that names this IMEI as sent and as returned
     * @param declaration of the return; null where none was needed
     */
    @StoredAs("WarrantyReturned")
    record WarrantyReturned(
            Imei imei,
            Instant occurredAt,
            Source source,
            @Nullable Long corrects,
            Bin returnedTo,
            String repairDocument,
            @Nullable DeclarationNumber declaration)
            implements OriginFact {
        @Override
        public WarrantyReturned correcting(@Nullable Long sequence) {
            return new WarrantyReturned(imei, occurredAt, source, sequence, returnedTo, repairDocument, declaration);
        }
    }
}
