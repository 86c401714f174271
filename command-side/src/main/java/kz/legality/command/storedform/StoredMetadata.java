package kz.legality.command.storedform;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.messaging.MetaData;

/**
 * Metadata as one flat JSON object: texts, whole numbers (read back as {@code Long}) and yes or no. Whatever else
 * somebody puts into it is refused when it is written, not found out when it cannot be read.
 */
final class StoredMetadata {
    private static final byte[] EMPTY = "{}".getBytes(StandardCharsets.UTF_8);
    private static final int TYPICAL_BYTES = 256;

    private final JsonMapper mapper;

    StoredMetadata(JsonMapper mapper) {
        this.mapper = mapper;
    }

    byte[] write(MetaData metaData) throws IOException {
        if (metaData.isEmpty()) {
            return EMPTY.clone();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(TYPICAL_BYTES);
        try (JsonGenerator json = mapper.createGenerator(bytes)) {
            json.writeStartObject();
            for (Map.Entry<String, Object> entry : new TreeMap<>(metaData).entrySet()) {
                writeField(json, entry.getKey(), entry.getValue());
            }
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    MetaData read(byte[] bytes) throws IOException {
        if (bytes.length == EMPTY.length) {
            return MetaData.emptyInstance();
        }
        Map<String, Object> values = new HashMap<>();
        try (JsonParser json = mapper.createParser(bytes)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("stored metadata is an object, this is not");
            }
            for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
                values.put(key, readValue(json, key));
            }
        }
        return MetaData.from(values);
    }

    private static void writeField(JsonGenerator json, String key, Object value) throws IOException {
        switch (value) {
            case null -> {}
            case String text -> json.writeStringField(key, text);
            case Long number -> json.writeNumberField(key, number);
            case Integer number -> json.writeNumberField(key, number);
            case Boolean yes -> json.writeBooleanField(key, yes);
            default ->
                throw new IOException("metadata '" + key + "' is a "
                        + value.getClass().getName() + "; only text, whole numbers and booleans are stored");
        }
    }

    private static Object readValue(JsonParser json, String key) throws IOException {
        return switch (json.nextToken()) {
            case VALUE_STRING -> json.getText();
            case VALUE_NUMBER_INT -> json.getLongValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> throw new IOException("stored metadata '" + key + "' is neither text, whole number nor boolean");
        };
    }
}
