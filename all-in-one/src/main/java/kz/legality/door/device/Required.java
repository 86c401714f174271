package kz.legality.door.device;

import java.util.ArrayList;
import java.util.List;
import kz.legality.door.problem.Problem;
import kz.legality.door.problem.RequestProblem;
import org.jspecify.annotations.Nullable;

/** Gathers what is missing, so that the caller mends it all at once. */
final class Required {
    private final List<Problem.Fault> missing = new ArrayList<>();

    String text(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            missing.add(new Problem.Fault("#/" + name, "is missing"));
            return "";
        }
        return value.strip();
    }

    <T> @Nullable T value(String name, @Nullable T value) {
        if (value == null) {
            missing.add(new Problem.Fault("#/" + name, "is missing"));
        }
        return value;
    }

    long number(String name, @Nullable Long value) {
        if (value == null) {
            missing.add(new Problem.Fault("#/" + name, "is missing"));
            return 0;
        }
        return value;
    }

    void check() {
        if (!missing.isEmpty()) {
            throw RequestProblem.badRequest("the order is not complete", missing);
        }
    }
}
