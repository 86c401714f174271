package kz.legality.policy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Terms as maps, lists and texts, and as records whose components have the keys' names. So a term is added by adding a
 * component, and no key can be read by one name and written by another.
 */
final class Terms {
    private Terms() {}

    /** @param fallback gives what the terms leave out; null where everything must be named */
    static Policy read(Map<String, Object> terms, @Nullable Policy fallback) {
        return (Policy) record(Policy.class, nested(terms), "", fallback);
    }

    static Map<String, Object> write(Policy policy) {
        return fields(policy);
    }

    /** {@code lists.grey.term} at the top is {@code term} in {@code grey} in {@code lists}. */
    private static Map<String, Object> nested(Map<String, Object> terms) {
        Map<String, Object> nested = new LinkedHashMap<>();
        terms.forEach((key, value) -> put(nested, key, key, value));
        return nested;
    }

    private static void put(Map<String, Object> into, String key, String whole, Object value) {
        int dot = key.indexOf('.');
        String head = dot < 0 ? key : key.substring(0, dot);
        Object there = into.get(head);
        if (dot < 0 && there == null) {
            into.put(head, value instanceof Map<?, ?> map ? new LinkedHashMap<>(map) : value);
        } else if (dot >= 0 && (there == null || there instanceof Map)) {
            put(
                    keyed(into.computeIfAbsent(head, none -> new LinkedHashMap<String, Object>())),
                    key.substring(dot + 1),
                    whole,
                    value);
        } else if (value instanceof Map<?, ?> map && there instanceof Map) {
            map.forEach((inner, it) -> put(keyed(there), String.valueOf(inner), whole + "." + inner, it));
        } else {
            throw new PolicyFlaw(whole, "is named twice");
        }
    }

    @SuppressWarnings("unchecked") // every map in terms has texts for keys: read() and nested() see to it
    private static Map<String, Object> keyed(Object map) {
        return (Map<String, Object>) map;
    }

    private static Record record(Class<? extends Record> type, Object value, String path, @Nullable Record fallback) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new PolicyFlaw(path, "has keys of its own, and names none here");
        }
        RecordComponent[] components = type.getRecordComponents();
        Set<String> known =
                Set.copyOf(Stream.of(components).map(RecordComponent::getName).toList());
        for (Object key : map.keySet()) {
            if (!known.contains(String.valueOf(key))) {
                throw new PolicyFlaw(below(path, String.valueOf(key)), "is no key of a policy");
            }
        }
        @Nullable Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            RecordComponent component = components[i];
            String key = below(path, component.getName());
            Object given = map.get(component.getName());
            Object spare = fallback == null ? null : valueOf(component, fallback);
            if (given != null) {
                values[i] = value(component.getGenericType(), given, key, spare instanceof Record whole ? whole : null);
            } else if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                if (spare == null) {
                    throw new PolicyFlaw(key, "is missing");
                }
                values[i] = spare;
            }
        }
        return made(type, components, values, path);
    }

    private static Object value(Type type, Object given, String key, @Nullable Record fallback) {
        if (type instanceof ParameterizedType generic) {
            return container(generic, given, key);
        }
        Class<?> raw = (Class<?>) type;
        if (raw.isRecord() && !Scalars.isOne(raw)) {
            return record(raw.asSubclass(Record.class), given, key, fallback);
        }
        return Scalars.read(raw, given, key);
    }

    private static Object container(ParameterizedType type, Object given, String key) {
        Type[] of = type.getActualTypeArguments();
        Class<?> raw = (Class<?>) type.getRawType();
        if (raw == Dated.class) {
            List<Dated.Span<Object>> spans = new ArrayList<>();
            entries(given, key)
                    .forEach((days, it) -> spans.add(DatedText.span(days, value(of[0], it, key, null), key)));
            return DatedText.dated(spans, key);
        }
        if (raw == Map.class) {
            Map<Object, Object> map = new TreeMap<>();
            entries(given, key)
                    .forEach((name, it) ->
                            map.put(value(of[0], name, key, null), value(of[1], it, below(key, name), null)));
            return Map.copyOf(map);
        }
        if (!(given instanceof List<?> list)) {
            throw new PolicyFlaw(key, "is a list, such as [A, B]");
        }
        List<Object> items =
                list.stream().map(it -> value(of[0], it, key, null)).toList();
        return raw == Set.class ? Set.copyOf(items) : items;
    }

    private static Map<String, Object> entries(Object given, String key) {
        if (!(given instanceof Map<?, ?> map)) {
            throw new PolicyFlaw(key, "has keys of its own, and names none here");
        }
        Map<String, Object> entries = new LinkedHashMap<>();
        map.forEach((name, it) -> entries.put(String.valueOf(name), it));
        return entries;
    }

    private static Record made(
            Class<? extends Record> type, RecordComponent[] components, @Nullable Object[] values, String path) {
        Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException refused) {
            Throwable why = refused.getCause() == null ? refused : refused.getCause();
            throw new PolicyFlaw(path, String.valueOf(why.getMessage()));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be made", e);
        }
    }

    private static @Nullable Object valueOf(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " cannot be read", e);
        }
    }

    private static Map<String, Object> fields(Record record) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = valueOf(component, record);
            if (value != null) {
                fields.put(component.getName(), written(value));
            }
        }
        return fields;
    }

    private static Object written(Object value) {
        return switch (value) {
            case Dated<?> dated -> DatedText.written(dated, Terms::written);
            case Map<?, ?> map -> {
                Map<String, Object> sorted = new TreeMap<>();
                map.forEach((key, it) -> sorted.put(Scalars.write(key), written(it)));
                yield sorted;
            }
            case Set<?> set -> set.stream().map(Scalars::write).sorted().toList();
            case List<?> list -> list.stream().map(Terms::written).toList();
            case Record record when !Scalars.isOne(record.getClass()) -> fields(record);
            default -> Scalars.write(value);
        };
    }

    private static String below(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
