package kz.legality.door.claim;

import java.util.Arrays;
import java.util.Locale;
import kz.legality.door.problem.RequestProblem;
import org.jspecify.annotations.Nullable;

/** Reads a constant by its name, in whatever case; nothing where nothing was said. */
public final class Named {
    private Named() {}

    public static <E extends Enum<E>> @Nullable E of(String name, @Nullable String text, Class<E> type) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return Enum.valueOf(type, text.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw RequestProblem.badParameter(name, "it is one of " + Arrays.toString(type.getEnumConstants()));
        }
    }
}
