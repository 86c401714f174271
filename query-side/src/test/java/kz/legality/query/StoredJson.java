package kz.legality.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.function.Function;
import kz.legality.event.TimeText;
import kz.legality.secrecy.Personal;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.json.JacksonSerializer;

/** A serializer of ledger events, enough of one for views. */
public final class StoredJson {
    private StoredJson() {}

    public static Serializer serializer() {
        return JacksonSerializer.builder()
                .objectMapper(JsonMapper.builder()
                        .addModule(new JavaTimeModule())
                        .addModule(new SimpleModule()
                                .addAbstractTypeMapping(Personal.class, Personal.Sealed.class)
                                .addDeserializer(Instant.class, new Text<>(Instant.class, TimeText::instant))
                                .addDeserializer(
                                        OffsetDateTime.class,
                                        new Text<>(OffsetDateTime.class, TimeText::offsetDateTime)))
                        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                        .serializationInclusion(JsonInclude.Include.NON_NULL)
                        .build())
                .build();
    }

    private static final class Text<T> extends StdScalarDeserializer<T> {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings("serial") // Nobody serialises a mapper.
        private final Function<String, T> reading;

        Text(Class<T> type, Function<String, T> reading) {
            super(type);
            this.reading = reading;
        }

        @Override
        public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return reading.apply(json.getText());
        }
    }
}
