package kz.legality.secrecy;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * Seals every personal field of an event, wherever it stands in its records and lists. The field's name is its path in
 * the stored JSON ({@code msisdn}, {@code owner.person}, {@code rows[3].cells}), so a reader of the JSON can open it.
 */
public final class EventSeal {
    private EventSeal() {}

    /** The subjects of the fields still open in this event: whose keys sealing it needs. */
    public static Set<Subject> subjectsOf(Object event) {
        Set<Subject> subjects = new HashSet<>();
        collect(event, subjects);
        return subjects;
    }

    /** The same event with each open field sealed; the event itself where it has none. */
    public static <E> E seal(E event, String eventId, Map<Subject, SecretKey> keys) {
        @SuppressWarnings("unchecked")
        E sealed = (E) Objects.requireNonNull(sealAt(event, "", eventId, keys));
        return sealed;
    }

    private static void collect(@Nullable Object value, Set<Subject> subjects) {
        if (value instanceof Personal.Open<?> open) {
            subjects.add(open.subject());
        } else if (value instanceof Record && Shape.mayHoldPersonal(value.getClass())) {
            for (RecordComponent component : Shape.componentsOf(value.getClass())) {
                collect(Shape.read(component, value), subjects);
            }
        } else if (value instanceof List<?> list) {
            list.forEach(element -> collect(element, subjects));
        }
    }

    private static @Nullable Object sealAt(
            @Nullable Object value, String path, String eventId, Map<Subject, SecretKey> keys) {
        if (value instanceof Personal.Open<?> open) {
            SecretKey key = keys.get(open.subject());
            if (key == null) {
                throw new IllegalArgumentException(
                        "no key was given for subject " + open.subject().id());
            }
            return FieldSeal.seal(open, Shape.textOf(open.value()), new FieldSeal.Place(eventId, path), key);
        }
        if (value instanceof Record && Shape.mayHoldPersonal(value.getClass())) {
            return sealRecord(value, path, eventId, keys);
        }
        if (value instanceof List<?> list) {
            return sealList(list, path, eventId, keys);
        }
        return value;
    }

    private static List<?> sealList(List<?> list, String path, String eventId, Map<Subject, SecretKey> keys) {
        List<@Nullable Object> sealed = new ArrayList<>(list.size());
        boolean changed = false;
        for (int i = 0; i < list.size(); i++) {
            Object before = list.get(i);
            Object after = sealAt(before, path + "[" + i + "]", eventId, keys);
            sealed.add(after);
            changed |= after != before;
        }
        return changed ? Collections.unmodifiableList(sealed) : list;
    }

    private static Object sealRecord(Object value, String path, String eventId, Map<Subject, SecretKey> keys) {
        RecordComponent[] components = Shape.componentsOf(value.getClass());
        @Nullable Object[] arguments = new @Nullable Object[components.length];
        boolean changed = false;
        for (int i = 0; i < components.length; i++) {
            Object before = Shape.read(components[i], value);
            String name = components[i].getName();
            Object after = sealAt(before, path.isEmpty() ? name : path + "." + name, eventId, keys);
            arguments[i] = after;
            changed |= after != before;
        }
        return changed ? Shape.build(value.getClass(), arguments) : value;
    }

    /** What reflection knows of a record class, looked up once. */
    private record Shape(RecordComponent[] components, Constructor<?> constructor, boolean personal) {
        private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
            @Override
            protected Shape computeValue(Class<?> type) {
                return Shape.of(type);
            }
        };

        static Shape of(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            try {
                Constructor<?> constructor = type.getDeclaredConstructor(types);
                constructor.setAccessible(true);
                Arrays.stream(components)
                        .forEach(component -> component.getAccessor().setAccessible(true));
                boolean personal = Arrays.stream(types).anyMatch(Shape::opensTheWay);
                return new Shape(components, constructor, personal);
            } catch (NoSuchMethodException e) {
                throw new AssertionError("a record has its canonical constructor", e);
            }
        }

        /** A personal field, or a type whose values may hold one. */
        private static boolean opensTheWay(Class<?> type) {
            return Personal.class.isAssignableFrom(type)
                    || List.class.isAssignableFrom(type)
                    || type.isAnnotationPresent(HoldsPersonal.class);
        }

        static boolean mayHoldPersonal(Class<?> type) {
            return SHAPES.get(type).personal;
        }

        static RecordComponent[] componentsOf(Class<?> type) {
            return SHAPES.get(type).components;
        }

        static @Nullable Object read(RecordComponent component, Object record) {
            try {
                return component.getAccessor().invoke(record);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new AssertionError("an accessor of a record does not fail", e);
            }
        }

        static Object build(Class<?> type, @Nullable Object[] arguments) {
            try {
                return SHAPES.get(type).constructor.newInstance(arguments);
            } catch (ReflectiveOperationException e) {
                throw new AssertionError("a record built from its own parts does not fail", e);
            }
        }

        /** Personal values are texts, or records around one text. */
        static String textOf(Object value) {
            if (value instanceof String text) {
                return text;
            }
            return (String) Objects.requireNonNull(read(componentsOf(value.getClass())[0], value));
        }
    }
}
