package kz.legality.query.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import kz.legality.event.TimeText;

/** Instants by {@link TimeText}. */
final class TimesAsText extends SimpleModule {
    private static final long serialVersionUID = 1L;

    TimesAsText() {
        super("times as text");
        addSerializer(Instant.class, new Writing());
        addDeserializer(Instant.class, new Reading());
    }

    private static final class Writing extends StdScalarSerializer<Instant> {
        private static final long serialVersionUID = 1L;

        Writing() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(TimeText.of(value));
        }
    }

    private static final class Reading extends StdScalarDeserializer<Instant> {
        private static final long serialVersionUID = 1L;

        Reading() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser json, DeserializationContext context) throws IOException {
            try {
                return TimeText.instant(json.getText());
            } catch (DateTimeException e) {
                return (Instant) context.handleWeirdStringValue(Instant.class, json.getText(), "not a time");
            }
        }
    }
}
