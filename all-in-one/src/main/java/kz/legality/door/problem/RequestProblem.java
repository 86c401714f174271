package kz.legality.door.problem;

import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/**
 * A request that cannot be answered, with what the caller needs to mend it. The type ends in a stable code.
 *
 * @param errors which part of the request is at fault; may be empty
 */
public final class RequestProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final String TYPES = "urn:legality-ledger:problem:";

    /**
     * One fault.
     *
     * @param pointer a JSON pointer into the body, or the name of a parameter
     */
    public record Fault(String pointer, String detail) {}

    private final transient ProblemDetail detail;

    private RequestProblem(HttpStatus status, String code, String title, String text, List<Fault> faults) {
        super(text);
        detail = ProblemDetail.forStatusAndDetail(status, text);
        detail.setType(URI.create(TYPES + code));
        detail.setTitle(title);
        if (!faults.isEmpty()) {
            detail.setProperty("errors", faults);
        }
    }

    public ProblemDetail detail() {
        return detail;
    }

    public static RequestProblem badParameter(String name, String why) {
        return new RequestProblem(
                HttpStatus.BAD_REQUEST,
                "bad-request",
                "The request cannot be understood",
                name + ": " + why,
                List.of(new Fault(name, why)));
    }

    public static RequestProblem badRequest(String text, List<Fault> faults) {
        return new RequestProblem(
                HttpStatus.BAD_REQUEST, "bad-request", "The request cannot be understood", text, faults);
    }

    public static RequestProblem notFound(String what) {
        return new RequestProblem(HttpStatus.NOT_FOUND, "not-found", "There is no such thing", what, List.of());
    }

    /** A command that the record's state does not allow. */
    public static RequestProblem refused(String code, String why) {
        return new RequestProblem(HttpStatus.CONFLICT, code, "The command was refused", why, List.of());
    }

    public static RequestProblem forbidden(String why) {
        return new RequestProblem(HttpStatus.FORBIDDEN, "forbidden", "This is not open to you", why, List.of());
    }

    public static RequestProblem unavailable(String why) {
        return new RequestProblem(
                HttpStatus.SERVICE_UNAVAILABLE, "unavailable", "The ledger cannot answer just now", why, List.of());
    }

    public static RequestProblem fileRefused(String why) {
        return new RequestProblem(
                HttpStatus.UNPROCESSABLE_CONTENT, "file-refused", "The file was refused whole", why, List.of());
    }
}
