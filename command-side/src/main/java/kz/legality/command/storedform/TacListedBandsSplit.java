package kz.legality.command.storedform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;

/**
 * {@code TacListed} 1 to 2: the bands, one text with commas between, become a list, so that a rule can ask whether a
 * model has the band it was seen on. Splits by itself and not as files are read today: what revision 1 meant is settled.
 */
final class TacListedBandsSplit extends SingleEventUpcaster {
    private static final SerializedType FROM = new SimpleSerializedType("TacListed", "1");
    private static final SerializedType TO = new SimpleSerializedType("TacListed", "2");

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation stored) {
        return FROM.equals(stored.getType());
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation stored) {
        return stored.upcast(TO, JsonNode.class, TacListedBandsSplit::split, UnaryOperator.identity());
    }

    private static JsonNode split(JsonNode event) {
        ObjectNode split = event.deepCopy();
        ArrayNode bands = split.putArray("bands");
        Arrays.stream(event.get("bands").asText().split(",", -1))
                .map(String::strip)
                .filter(band -> !band.isEmpty())
                .forEach(bands::add);
        return split;
    }
}
