package kz.legality.door.problem;

import java.util.List;
import kz.legality.door.problem.Problem.Fault;
import org.springframework.http.HttpStatus;

/** Thrown by a door that cannot answer a request, with what the caller needs to mend it. */
public final class RequestProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    private RequestProblem(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }

    public static RequestProblem badParameter(String name, String why) {
        return badRequest(name + ": " + why, List.of(new Fault("#/" + name, why)));
    }

    /** An identifier or a time that is none; {@code why} is a sentence of its own. */
    static RequestProblem malformed(String name, String why) {
        return new RequestProblem(
                Problem.of("malformed", HttpStatus.BAD_REQUEST, why, List.of(new Fault("#/" + name, why))));
    }

    public static RequestProblem badRequest(String detail, List<Fault> faults) {
        return new RequestProblem(Problem.of("bad-request", HttpStatus.BAD_REQUEST, detail, faults));
    }

    public static RequestProblem notFound(String detail) {
        return new RequestProblem(Problem.of("not-found", HttpStatus.NOT_FOUND, detail));
    }

    /** A command that the record's state does not allow; {@code code} is the refusal's stable name. */
    public static RequestProblem refused(String code, String detail) {
        return new RequestProblem(Problem.of(code, HttpStatus.CONFLICT, detail));
    }

    /** An {@code Idempotency-Key} that was used for another order: its answer would be of that one. */
    public static RequestProblem keyReused(String detail) {
        return new RequestProblem(Problem.of("idempotency-key-reused", HttpStatus.UNPROCESSABLE_CONTENT, detail));
    }

    public static RequestProblem forbidden(String detail) {
        return new RequestProblem(Problem.of("forbidden", HttpStatus.FORBIDDEN, detail));
    }

    public static RequestProblem unavailable(String detail) {
        return new RequestProblem(Problem.of("unavailable", HttpStatus.SERVICE_UNAVAILABLE, detail));
    }
}
