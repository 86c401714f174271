package kz.legality.tac;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kz.legality.event.LedgerEvent;
import kz.legality.event.Source;
import kz.legality.event.StoredAs;
import kz.legality.identifier.Tac;
import org.jspecify.annotations.Nullable;

/** Everything the catalogue of type allocation codes says of one code. */
public sealed interface TacEvent extends LedgerEvent {
    Tac tac();

    @Override
    @JsonIgnore
    default String stream() {
        return streamOf(tac());
    }

    static String streamOf(Tac tac) {
        return "tac:" + tac.value();
    }

    /**
     * The catalogue lists this model under this code; replaces what it listed before.
     *
     * @param bands each radio band the model can use, in the catalogue's words and order, such as {@code LTE FDD BAND 3};
     *     revision 1 kept the catalogue's whole text, in which no rule could ask for one band
     * @param allocatedOn null where the catalogue does not say
     * @param other the catalogue's further columns by their names, in lower case with underscores
     */
    @StoredAs(value = "TacListed", revision = 2)
    record TacListed(
            Tac tac,
            Instant occurredAt,
            Source source,
            String manufacturer,
            String modelName,
            List<String> bands,
            @Nullable LocalDate allocatedOn,
            String deviceType,
            Map<String, String> other)
            implements TacEvent {
        public TacListed {
            bands = List.copyOf(bands);
            other = Map.copyOf(other);
        }

        /** Whether both list the same, whoever says it and when. */
        public boolean saysTheSameAs(TacListed before) {
            return tac.equals(before.tac)
                    && manufacturer.equals(before.manufacturer)
                    && modelName.equals(before.modelName)
                    && bands.equals(before.bands)
                    && Objects.equals(allocatedOn, before.allocatedOn)
                    && deviceType.equals(before.deviceType)
                    && other.equals(before.other);
        }
    }
}
