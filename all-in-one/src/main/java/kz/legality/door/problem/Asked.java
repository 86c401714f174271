package kz.legality.door.problem;

import java.util.function.Supplier;
import kz.legality.identifier.Imei;
import kz.legality.identifier.Malformed;

/** Reads one thing a caller asked for by name, so that a refusal can say which one it was. */
public final class Asked {
    private Asked() {}

    /** The IMEI of an address, with a true check digit where it has one. */
    public static Imei imei(String text) {
        return as("imei", () -> Imei.declared(text));
    }

    /**
     * One thing that was asked for by name.
     *
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
