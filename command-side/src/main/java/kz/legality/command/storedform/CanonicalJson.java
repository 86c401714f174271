package kz.legality.command.storedform;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.math.BigDecimal;
import kz.legality.secrecy.Personal;

/**
 * JSON that has one spelling for one value, as RFC 8785 (JSON Canonicalization Scheme) spells it: names sorted, no
 * white space, shortest escapes, UTF-8. Numbers are whole; what is null is left out. The bytes are what is hashed, so
 * two writers must never differ.
 */
final class CanonicalJson {
    private CanonicalJson() {}

    /**
     * Reading is as strict as writing. An unknown field is refused: fields change only together with the revision, so one
     * that its revision does not have is a change somebody forgot to number, or made to the store; and what is dropped in
     * silence is lost to a court.
     */
    static JsonMapper mapper() {
        return JsonMapper.builder()
                .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .serializationInclusion(JsonInclude.Include.NON_NULL)
                .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
                .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .annotationIntrospector(new NeverNullIsRequired())
                .addModule(new ExactTimes())
                .addModule(new SimpleModule("stored personal fields are sealed")
                        .addAbstractTypeMapping(Personal.class, Personal.Sealed.class))
                .addModule(new SimpleModule("numbers are whole")
                        .addSerializer(double.class, new Refused<>())
                        .addSerializer(Double.class, new Refused<>())
                        .addSerializer(float.class, new Refused<>())
                        .addSerializer(Float.class, new Refused<>())
                        .addSerializer(BigDecimal.class, new Refused<>()))
                .build();
    }

    /** A fraction has more than one spelling, and money in it would be rounded. */
    private static final class Refused<T> extends JsonSerializer<T> {
        @Override
        public void serialize(T value, JsonGenerator json, SerializerProvider serializers) throws IOException {
            throw new IllegalStateException("a fraction was about to be stored, where only whole numbers are");
        }
    }
}
