package kz.legality.command.storedform;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.function.Function;
import kz.legality.event.TimeText;

/** Times as ISO 8601 text, to the nanosecond and with the offset their source gave; never as numbers. */
final class ExactTimes extends SimpleModule {
    private static final long serialVersionUID = 1L;

    ExactTimes() {
        super("exact times");
        add(Instant.class, TimeText::of, TimeText::instant);
        add(OffsetDateTime.class, TimeText::of, TimeText::offsetDateTime);
        add(LocalDate.class, LocalDate::toString, LocalDate::parse);
    }

    private <T> void add(Class<T> type, Function<T, String> writing, Function<String, T> reading) {
        addSerializer(type, new AsText<>(type, writing));
        addDeserializer(type, new FromText<>(type, reading));
    }

    @SuppressWarnings("serial") // Jackson asks for it; nobody serialises a mapper.
    private static final class AsText<T> extends StdScalarSerializer<T> {
        private final Function<T, String> writing;

        AsText(Class<T> type, Function<T, String> writing) {
            super(type);
            this.writing = writing;
        }

        @Override
        public void serialize(T value, JsonGenerator json, SerializerProvider serializers) throws IOException {
            json.writeString(writing.apply(value));
        }
    }

    @SuppressWarnings("serial") // As above.
    private static final class FromText<T> extends StdScalarDeserializer<T> {
        private final Function<String, T> reading;

        FromText(Class<T> type, Function<String, T> reading) {
            super(type);
            this.reading = reading;
        }

        @Override
        public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (!json.hasToken(JsonToken.VALUE_STRING)) {
                context.reportWrongTokenException(this, JsonToken.VALUE_STRING, "a time is stored as text");
            }
            String text = json.getText();
            try {
                return reading.apply(text);
            } catch (DateTimeException e) {
                return context.reportInputMismatch(this, "'%s' is not a stored time: %s", text, e.getMessage());
            }
        }
    }
}
