package kz.legality.door.answer;

import com.fasterxml.jackson.databind.JsonNode;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * The web layer writes JSON with Jackson 3, the event store speaks Jackson 2 (Axon Framework 4 does): an event's data
 * goes out as the text it is.
 */
@Configuration
class TreesInAnswers {
    @Bean
    JacksonModule storedTrees() {
        return new SimpleModule("stored-trees").addSerializer(JsonNode.class, new AsText());
    }

    private static final class AsText extends StdSerializer<JsonNode> {
        private AsText() {
            super(JsonNode.class);
        }

        @Override
        public void serialize(JsonNode tree, JsonGenerator out, SerializationContext context) {
            out.writeRawValue(tree.toString());
        }
    }
}
