package kz.legality.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kz.legality.command.storedform.StoredForm;
import kz.legality.door.answer.AnswerJson;
import kz.legality.launch.DataDirectory;
import kz.legality.launch.LedgerSettings;
import kz.legality.launch.OpenLedger;
import kz.legality.policy.PolicyEvent;
import kz.legality.sourcefile.FileEvent;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;

/** What a data directory has recorded, so that two recordings of the same can be compared. */
final class RecordedEvents {
    private RecordedEvents() {}

    /** Everything that is the same in every recording: not the seals, and not our clock. */
    static List<String> of(Path data) throws InterruptedException {
        StoredForm form = new StoredForm();
        List<String> events = new ArrayList<>();
        try (OpenLedger ledger = OpenLedger.open(new DataDirectory(data), LedgerSettings.embedded());
                var stream = ledger.events().openStream(null)) {
            while (stream.hasNextAvailable()) {
                TrackedEventMessage<?> event = stream.nextAvailable();
                JsonNode payload = AnswerJson.parse(new String(
                        form.serialize(event.getPayload(), byte[].class).getData(), StandardCharsets.UTF_8));
                // Both say when the ledger itself did something, by its clock.
                if (event.getPayload() instanceof FileEvent || event.getPayload() instanceof PolicyEvent) {
                    ((ObjectNode) payload).remove("occurredAt");
                }
                String place = event instanceof DomainEventMessage<?> of
                        ? of.getAggregateIdentifier() + " " + of.getSequenceNumber()
                        : "";
                events.add(place + " " + event.getPayload().getClass().getSimpleName() + " " + unsealed(payload));
            }
        }
        return events;
    }

    private static JsonNode unsealed(JsonNode node) {
        if (node.has("sealed")) {
            return TextNode.valueOf("sealed");
        }
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> field.setValue(unsealed(field.getValue())));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, unsealed(array.get(i)));
            }
        }
        return node;
    }
}
