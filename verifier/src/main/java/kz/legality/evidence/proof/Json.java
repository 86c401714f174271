package kz.legality.evidence.proof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * As much JSON as evidence needs: objects, arrays, texts, whole numbers, yes and no, null. Written canonically (RFC 8785):
 * names sorted, no white space, shortest escapes. A name that stands twice is refused.
 */
public final class Json {
    private static final int DEPTH_MAX = 100;

    private final String text;
    private int at;
    private int depth;

    private Json(String text) {
        this.text = text;
    }

    /** @throws IllegalArgumentException where it is not JSON */
    public static @Nullable Object parse(byte[] utf8) {
        return parse(new String(utf8, StandardCharsets.UTF_8));
    }

    /** @throws IllegalArgumentException where it is not JSON */
    public static @Nullable Object parse(String text) {
        Json json = new Json(text);
        Object value = json.value();
        json.space();
        if (json.at != text.length()) {
            throw json.wrong("more than one value");
        }
        return value;
    }

    public static byte[] bytes(@Nullable Object value) {
        return write(value).getBytes(StandardCharsets.UTF_8);
    }

    public static String write(@Nullable Object value) {
        StringBuilder out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    private static void write(@Nullable Object value, StringBuilder out) {
        switch (value) {
            case null -> out.append("null");
            case String it -> quote(it, out);
            case Boolean it -> out.append(it);
            case Long it -> out.append(it);
            case Integer it -> out.append(it);
            case Map<?, ?> it -> {
                char between = '{';
                for (Map.Entry<?, ?> field : new TreeMap<>(it).entrySet()) {
                    out.append(between);
                    quote((String) field.getKey(), out);
                    write(field.getValue(), out.append(':'));
                    between = ',';
                }
                out.append(it.isEmpty() ? "{}" : "}");
            }
            case List<?> it -> {
                char between = '[';
                for (Object element : it) {
                    write(element, out.append(between));
                    between = ',';
                }
                out.append(it.isEmpty() ? "[]" : "]");
            }
            default ->
                throw new IllegalArgumentException(
                        "evidence holds no " + value.getClass().getName());
        }
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ') {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private @Nullable Object value() {
        space();
        if (++depth > DEPTH_MAX) {
            throw wrong("nested too deeply");
        }
        Object value = switch (peek()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> word("true", Boolean.TRUE);
            case 'f' -> word("false", Boolean.FALSE);
            case 'n' -> word("null", null);
            default -> number();
        };
        depth--;
        return value;
    }

    private Map<String, @Nullable Object> object() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        at++;
        space();
        while (peek() != '}') {
            if (!fields.isEmpty()) {
                expect(',');
                space();
            }
            String name = string();
            space();
            expect(':');
            if (fields.containsKey(name)) {
                throw wrong("the name '" + name + "' stands twice");
            }
            fields.put(name, value());
            space();
        }
        at++;
        return fields;
    }

    private List<@Nullable Object> array() {
        List<@Nullable Object> elements = new ArrayList<>();
        at++;
        space();
        while (peek() != ']') {
            if (!elements.isEmpty()) {
                expect(',');
            }
            elements.add(value());
            space();
        }
        at++;
        return elements;
    }

    private String string() {
        expect('"');
        StringBuilder out = new StringBuilder();
        for (char c = next(); c != '"'; c = next()) {
            if (c < ' ') {
                throw wrong("a control character in a text");
            }
            out.append(c == '\\' ? escaped() : c);
        }
        return out.toString();
    }

    private char escaped() {
        char c = next();
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                if (at + 4 > text.length()) {
                    throw wrong("it is cut off");
                }
                at += 4;
                yield (char) Integer.parseInt(text.substring(at - 4, at), 16);
            }
            default -> throw wrong("an unknown escape");
        };
    }

    private Long number() {
        int from = at;
        if (peek() == '-') {
            at++;
        }
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        try {
            return Long.parseLong(text.substring(from, at));
        } catch (NumberFormatException e) {
            throw wrong("a whole number was due");
        }
    }

    private <T extends @Nullable Object> T word(String word, T value) {
        if (!text.startsWith(word, at)) {
            throw wrong("a value was due");
        }
        at += word.length();
        return value;
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private void expect(char due) {
        if (next() != due) {
            throw wrong("'" + due + "' was due");
        }
    }

    private char peek() {
        if (at >= text.length()) {
            throw wrong("it is cut off");
        }
        return text.charAt(at);
    }

    private char next() {
        char c = peek();
        at++;
        return c;
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("not JSON at character " + at + ": " + what);
    }
}
