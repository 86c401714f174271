package kz.legality.evidence.verifier;

import java.util.List;
import java.util.Map;
import kz.legality.evidence.proof.Base64Text;
import kz.legality.evidence.proof.Json;
import org.jspecify.annotations.Nullable;

/** An object of JSON, whose members must be there and be what they should. */
record Fields(Map<?, ?> members) {
    static Fields parse(byte[] json) {
        return of(Json.parse(json));
    }

    static Fields of(@Nullable Object value) {
        if (value instanceof Map<?, ?> members) {
            return new Fields(members);
        }
        throw new IllegalArgumentException("an object was due");
    }

    String text(String name) {
        if (members.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("'" + name + "' is no text");
    }

    long number(String name) {
        if (members.get(name) instanceof Long number) {
            return number;
        }
        throw new IllegalArgumentException("'" + name + "' is no number");
    }

    byte[] hash(String name) {
        return Base64Text.hash(text(name));
    }

    Fields object(String name) {
        return of(members.get(name));
    }

    boolean has(String name) {
        return members.get(name) != null;
    }

    List<?> list(String name) {
        if (members.get(name) instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException("'" + name + "' is no list");
    }

    List<Fields> objects(String name) {
        return list(name).stream().map(Fields::of).toList();
    }

    List<String> texts(String name) {
        return list(name).stream()
                .map(it -> {
                    if (it instanceof String text) {
                        return text;
                    }
                    throw new IllegalArgumentException("'" + name + "' holds something else than texts");
                })
                .toList();
    }
}
