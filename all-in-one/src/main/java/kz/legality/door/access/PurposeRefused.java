package kz.legality.door.access;

import java.util.List;
import kz.legality.door.problem.Problem;

/** Thrown where a controller would have read without the purpose its caller must state; answered with 400. */
public final class PurposeRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem.Fault> faults;

    PurposeRefused(List<Problem.Fault> faults) {
        super("the purpose of reading was not stated as it must be: " + faults);
        this.faults = List.copyOf(faults);
    }

    public List<Problem.Fault> faults() {
        return faults;
    }
}
