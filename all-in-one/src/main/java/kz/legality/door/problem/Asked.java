package kz.legality.door.problem;

import java.util.function.Supplier;
import kz.legality.identifier.Malformed;

/** Reads one thing a caller asked for by name, so that a refusal can say which one it was. */
public final class Asked {
    private Asked() {}

    /**
     * @param name as it stands in the address or the query
     * @param read throws {@link Malformed} where the text is not what it should be
     */
    public static <T> T as(String name, Supplier<T> read) {
        try {
            return read.get();
        } catch (Malformed malformed) {
            throw RequestProblem.malformed(name, String.valueOf(malformed.getMessage()));
        }
    }
}
