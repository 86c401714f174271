package kz.legality.policy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import kz.legality.identifier.Procedure;

/** Single values of terms, and the texts they are written as. */
final class Scalars {
    private record Form(Function<String, Object> read, String example) {}

    private static final Map<Class<?>, Form> FORMS = forms();

    private Scalars() {}

    private static Map<Class<?>, Form> forms() {
        Map<Class<?>, Form> forms = new HashMap<>();
        Form whole = new Form(Integer::valueOf, "a whole number, such as 2");
        Form yesOrNo = new Form(Scalars::yesOrNo, "true or false");
        forms.put(String.class, new Form(text -> text, "a text"));
        forms.put(int.class, whole);
        forms.put(Integer.class, whole);
        forms.put(Long.class, new Form(Long::valueOf, "a whole number, such as 3932"));
        forms.put(boolean.class, yesOrNo);
        forms.put(Boolean.class, yesOrNo);
        forms.put(BigDecimal.class, new Form(BigDecimal::new, "a number, such as 0.12"));
        forms.put(LocalDate.class, new Form(LocalDate::parse, "a day, such as 2025-03-25"));
        forms.put(Period.class, new Form(Period::parse, "a length of days, months or years, such as P30D"));
        forms.put(Duration.class, new Form(Duration::parse, "a length of hours or minutes, such as PT4H"));
        forms.put(ZoneId.class, new Form(ZoneId::of, "a time zone, such as Asia/Almaty"));
        forms.put(Procedure.class, new Form(Procedure::new, "a customs procedure, such as 40"));
        return Map.copyOf(forms);
    }

    static boolean isOne(Class<?> type) {
        return FORMS.containsKey(type) || type.isEnum();
    }

    static Object read(Class<?> type, Object given, String key) {
        if (given instanceof Map || given instanceof List) {
            throw new PolicyFlaw(key, "is one value, and has several here");
        }
        String text = given instanceof BigDecimal number ? number.toPlainString() : String.valueOf(given);
        if (type.isEnum()) {
            return Stream.of(type.getEnumConstants())
                    .filter(it -> it.toString().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new PolicyFlaw(
                            key, "is one of " + List.of(type.getEnumConstants()) + ", not '" + text + "'"));
        }
        Form form = FORMS.get(type);
        if (form == null) {
            throw new IllegalStateException(key + " is a " + type + ", of which no text is known");
        }
        try {
            return form.read().apply(text);
        } catch (RuntimeException notOne) {
            throw new PolicyFlaw(key, "is " + form.example() + ", not '" + text + "'");
        }
    }

    static String write(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    private static Object yesOrNo(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }
}
