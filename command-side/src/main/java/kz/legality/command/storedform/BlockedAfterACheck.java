package kz.legality.command.storedform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.UnaryOperator;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;

/**
 * {@code DeviceBlocked} 1 to 2: a block that ended a grey term says what the check before it found. Older ones did not
 * record that, and nothing is made up for them.
 */
final class BlockedAfterACheck extends SingleEventUpcaster {
    private static final SerializedType FROM = new SimpleSerializedType("DeviceBlocked", "1");
    private static final SerializedType TO = new SimpleSerializedType("DeviceBlocked", "2");

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation stored) {
        return FROM.equals(stored.getType());
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation stored) {
        return stored.upcast(TO, JsonNode.class, BlockedAfterACheck::withFindings, UnaryOperator.identity());
    }

    private static JsonNode withFindings(JsonNode event) {
        if (!event.path("ground").hasNonNull("deadline")) {
            return event;
        }
        ObjectNode later = event.deepCopy();
        ((ObjectNode) later.get("ground")).putArray("found");
        return later;
    }
}
