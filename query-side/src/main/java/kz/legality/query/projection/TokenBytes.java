package kz.legality.query.projection;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;

/** A token as bytes: its type's name, a line feed, its data. No token is no bytes. */
record TokenBytes(Serializer serializer) {
    private static final char END_OF_TYPE = '\n';

    byte[] encode(@Nullable TrackingToken token) {
        if (token == null) {
            return new byte[0];
        }
        SerializedObject<byte[]> serialized = serializer.serialize(token, byte[].class);
        byte[] type = (serialized.getType().getName() + END_OF_TYPE).getBytes(UTF_8);
        byte[] data = serialized.getData();
        byte[] bytes = Arrays.copyOf(type, type.length + data.length);
        System.arraycopy(data, 0, bytes, type.length, data.length);
        return bytes;
    }

    @Nullable
    TrackingToken decode(byte[] bytes) {
        if (bytes.length == 0) {
            return null;
        }
        int end = 0;
        while (bytes[end] != END_OF_TYPE) {
            end++;
        }
        byte[] data = Arrays.copyOfRange(bytes, end + 1, bytes.length);
        return serializer.deserialize(
                new SimpleSerializedObject<>(data, byte[].class, new String(bytes, 0, end, UTF_8), null));
    }
}
