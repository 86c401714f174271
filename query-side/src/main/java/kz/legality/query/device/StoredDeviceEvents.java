package kz.legality.query.device;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.legality.device.DeviceEvent;
import kz.legality.event.StoredAs;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;

/** Makes events again of rows of history. */
final class StoredDeviceEvents {
    private static final Map<String, Class<?>> TYPES = concrete(DeviceEvent.class)
            .collect(Collectors.toUnmodifiableMap(StoredDeviceEvents::nameOf, Function.identity()));

    private final Serializer serializer;

    /** @param serializer the one the events were stored with */
    StoredDeviceEvents(Serializer serializer) {
        this.serializer = serializer;
    }

    DeviceEvent read(HistoryRow row) {
        Class<?> type = TYPES.get(row.type());
        if (type == null) {
            throw new IllegalStateException("no event of a device is called " + row.type());
        }
        byte[] json = row.data().toString().getBytes(StandardCharsets.UTF_8);
        DeviceEvent event = serializer.deserialize(new SimpleSerializedObject<>(
                json, byte[].class, serializer.typeForClass(type).getName(), row.revision()));
        if (event == null) {
            throw new IllegalStateException("the row of history at position " + row.position() + " holds no event");
        }
        return event;
    }

    /** The events that are no longer stored in their first revision, each as {@code /name:revision}. */
    static String laterRevisions() {
        return TYPES.values().stream()
                .map(StoredDeviceEvents::storedAs)
                .filter(it -> it.revision() > 1)
                .map(it -> "/" + it.value() + ":" + it.revision())
                .sorted()
                .collect(Collectors.joining());
    }

    private static Stream<Class<?>> concrete(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(StoredDeviceEvents::concrete)
                : Stream.of(type);
    }

    private static String nameOf(Class<?> type) {
        return storedAs(type).value();
    }

    private static StoredAs storedAs(Class<?> type) {
        StoredAs name = type.getAnnotation(StoredAs.class);
        if (name == null) {
            throw new IllegalArgumentException(type + " does not say what it is stored as");
        }
        return name;
    }
}
