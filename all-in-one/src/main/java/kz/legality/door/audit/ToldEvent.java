package kz.legality.door.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import kz.legality.door.answer.AlmatyTime;
import kz.legality.door.answer.EventTexts;
import kz.legality.door.answer.PersonalFields;
import kz.legality.door.answer.SourceAnswer;
import kz.legality.identifier.Imei;
import kz.legality.query.event.EventAt;
import kz.legality.query.file.FileQueries;
import org.jspecify.annotations.Nullable;

/**
 * One event as the pages tell it: in a sentence, with both its times and its source. Persons stay withheld.
 *
 * @param from the source in a few words
 * @param imei of the device it is about, as printed; null where it is about none
 * @param data all it says, as JSON
 */
public record ToldEvent(
        long position,
        String stream,
        long sequence,
        String type,
        String text,
        String occurred,
        String recorded,
        SourceAnswer source,
        String from,
        @Nullable String imei,
        JsonNode data) {
    static ToldEvent of(EventAt event, FileQueries files) {
        SourceAnswer source = SourceAnswer.of(event.source());
        JsonNode data = PersonalFields.withhold(event.data());
        ObjectNode told = JsonNodeFactory.instance.objectNode().put("type", event.type());
        told.set("data", data);
        return new ToldEvent(
                event.position(),
                event.stream(),
                event.sequence(),
                event.type(),
                EventTexts.of(told),
                AlmatyTime.minute(event.occurredAt()),
                AlmatyTime.minute(event.recordedAt()),
                source,
                SourceTexts.of(source, files),
                imeiOf(event.stream()),
                data);
    }

    private static @Nullable String imeiOf(String stream) {
        boolean device = stream.length() == Imei.KEY_DIGITS && stream.chars().allMatch(Character::isDigit);
        return device ? new Imei(stream).printed() : null;
    }
}
