package kz.legality.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
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
                        .addModule(new SimpleModule().addAbstractTypeMapping(Personal.class, Personal.Sealed.class))
                        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                        .disable(
                                com.fasterxml.jackson.databind.DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                        .serializationInclusion(JsonInclude.Include.NON_NULL)
                        .build())
                .build();
    }
}
