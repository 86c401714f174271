package kz.legality.command.storedform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import kz.legality.event.LedgerEvent;
import kz.legality.event.StoredAs;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.json.ByteArrayToJsonNodeConverter;
import org.axonframework.serialization.json.JsonNodeToByteArrayConverter;
import org.axonframework.serialization.json.JsonNodeToObjectNodeConverter;
import org.axonframework.serialization.json.ObjectNodeToJsonNodeConverter;
import org.jspecify.annotations.Nullable;

/**
 * Writes ledger events and their metadata as {@link CanonicalJson}, and nothing else. An event's type in the store is
 * the name and revision its class says in {@link StoredAs}; no class name is stored, so classes can move. Safe for many
 * threads.
 *
 * <p>A name nobody knows reads as {@link UnknownSerializedType}. A revision that no {@link OlderRevisions upcaster} leads
 * up from, such as one of a newer version of this program, fails: reading it half would be worse.
 */
public final class StoredForm implements Serializer {
    private static final SerializedType METADATA = new SimpleSerializedType(MetaData.class.getName(), null);

    /**
     * What is known of one class of event. How to write and to read it is worked out when the first one comes: a look-up
     * on the command line meets two or three of all the classes, and would wait a second for the rest.
     */
    private static final class Form {
        private final Class<? extends LedgerEvent> type;
        private final SerializedType storedType;
        private final JsonMapper mapper;
        private volatile @Nullable ObjectWriter writer;
        private volatile @Nullable ObjectReader reader;

        private Form(Class<? extends LedgerEvent> type, SerializedType storedType, JsonMapper mapper) {
            this.type = type;
            this.storedType = storedType;
            this.mapper = mapper;
        }

        /** Two threads may make it at once; both are as good. */
        ObjectWriter writer() {
            ObjectWriter known = writer;
            if (known == null) {
                known = mapper.writerFor(type);
                writer = known;
            }
            return known;
        }

        ObjectReader reader() {
            ObjectReader known = reader;
            if (known == null) {
                known = mapper.readerFor(type);
                reader = known;
            }
            return known;
        }
    }

    private final Map<Class<?>, Form> byClass = new HashMap<>();
    private final Map<String, Form> byName = new HashMap<>();
    private final StoredMetadata metadata;
    private final Converter converter;

    public StoredForm() {
        JsonMapper mapper = CanonicalJson.mapper();
        metadata = new StoredMetadata(mapper);
        converter = converterOver(mapper);
        for (Class<? extends LedgerEvent> type : StoredEvents.classes()) {
            StoredAs storedAs = StoredEvents.storedAs(type);
            SerializedType storedType =
                    new SimpleSerializedType(storedAs.value(), Integer.toString(storedAs.revision()));
            Form form = new Form(type, storedType, mapper);
            byClass.put(type, form);
            if (byName.put(storedAs.value(), form) != null) {
                throw new IllegalStateException("two events are stored as " + storedAs.value());
            }
        }
    }

    /** @throws SerializationException when it is no ledger event, or holds an open personal field or a fraction */
    @Override
    public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> expectedRepresentation) {
        if (object == null) {
            throw new SerializationException("nothing was given to be stored");
        }
        byte[] bytes = bytesOf(object);
        return new SimpleSerializedObject<>(
                as(expectedRepresentation, bytes), expectedRepresentation, typeForClass(object.getClass()));
    }

    /** @throws SerializationException when the bytes are not those of its name and revision */
    @Override
    public <S, T> T deserialize(SerializedObject<S> stored) {
        @SuppressWarnings("unchecked")
        T read = (T) read(stored);
        return read;
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> expectedRepresentation) {
        return expectedRepresentation == byte[].class
                || expectedRepresentation == String.class
                || converter.canConvert(byte[].class, expectedRepresentation);
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        Form form = byName.get(type.getName());
        if (form != null) {
            return form.type;
        }
        return isMetadata(type) ? MetaData.class : UnknownSerializedType.class;
    }

    @Override
    public SerializedType typeForClass(@Nullable Class type) {
        Form form = byClass.get(type);
        if (form != null) {
            return form.storedType;
        }
        if (type == MetaData.class) {
            return METADATA;
        }
        throw new SerializationException(notOurs(type));
    }

    @Override
    public Converter getConverter() {
        return converter;
    }

    private byte[] bytesOf(Object object) {
        try {
            Form form = byClass.get(object.getClass());
            if (form != null) {
                return form.writer().writeValueAsBytes(object);
            }
            if (object instanceof MetaData metaData) {
                return metadata.write(metaData);
            }
        } catch (IOException e) {
            throw new SerializationException(object.getClass().getSimpleName() + " cannot be stored: " + why(e), e);
        }
        throw new SerializationException(notOurs(object.getClass()));
    }

    private Object read(SerializedObject<?> stored) {
        SerializedType type = stored.getType();
        try {
            Form form = byName.get(type.getName());
            if (form != null) {
                return readEvent(stored, form);
            }
            if (isMetadata(type)) {
                return metadata.read(bytesIn(stored));
            }
        } catch (IOException e) {
            throw new SerializationException("stored " + type.getName() + " cannot be read: " + why(e), e);
        }
        return new UnknownSerializedType(this, stored);
    }

    private Object readEvent(SerializedObject<?> stored, Form form) throws IOException {
        if (!form.storedType.equals(stored.getType())) {
            throw new SerializationException("an event " + form.storedType.getName() + " is stored in revision "
                    + stored.getType().getRevision() + "; this version of the ledger reads revision "
                    + form.storedType.getRevision() + " and knows no way there");
        }
        // What upcasters leave behind is a tree; writing it out to read it again would be for nothing.
        return stored.getData() instanceof JsonNode tree
                ? form.reader().readValue(tree)
                : form.reader().readValue(bytesIn(stored));
    }

    private byte[] bytesIn(SerializedObject<?> stored) {
        return switch (stored.getData()) {
            case byte[] bytes -> bytes;
            case String text -> text.getBytes(StandardCharsets.UTF_8);
            default -> converter.convert(stored, byte[].class).getData();
        };
    }

    private <T> T as(Class<T> representation, byte[] bytes) {
        if (representation == byte[].class) {
            return representation.cast(bytes);
        }
        if (representation == String.class) {
            return representation.cast(new String(bytes, StandardCharsets.UTF_8));
        }
        return converter.convert(bytes, representation);
    }

    private static boolean isMetadata(SerializedType type) {
        return METADATA.getName().equals(type.getName());
    }

    private static String notOurs(@Nullable Class<?> type) {
        return (type == null ? "nothing" : type.getName())
                + " is neither an event of the ledger nor metadata, and is not stored";
    }

    /** Jackson's own message without the line and column of a text that has but one line. */
    private static @Nullable String why(IOException e) {
        return e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
    }

    private static Converter converterOver(JsonMapper mapper) {
        ChainingConverter chain = new ChainingConverter();
        chain.registerConverter(new JsonNodeToByteArrayConverter(mapper));
        chain.registerConverter(new ByteArrayToJsonNodeConverter(mapper));
        chain.registerConverter(new JsonNodeToObjectNodeConverter());
        chain.registerConverter(new ObjectNodeToJsonNodeConverter());
        return chain;
    }
}
