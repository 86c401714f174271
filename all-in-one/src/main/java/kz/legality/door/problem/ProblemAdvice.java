package kz.legality.door.problem;

import java.util.List;
import java.util.UUID;
import kz.legality.identifier.Malformed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns whatever a door throws into problem details; what nobody foresaw is logged under an id the caller is given. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler(RequestProblem.class)
    ResponseEntity<ProblemDetail> onProblem(RequestProblem problem) {
        return answer(problem.detail());
    }

    @ExceptionHandler(Malformed.class)
    ResponseEntity<ProblemDetail> onMalformed(Malformed malformed) {
        return answer(RequestProblem.badParameter("value", String.valueOf(malformed.getMessage()))
                .detail());
    }

    /** Left to the security filters, which know how to ask for a token. */
    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    void onDenied(RuntimeException denied) {
        throw denied;
    }

    @ExceptionHandler(Exception.class)
    ResponseEntity<ProblemDetail> onUnforeseen(Exception unforeseen) {
        String id = UUID.randomUUID().toString();
        LOG.error("A request failed, told the caller as {}", id, unforeseen);
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(
                HttpStatus.INTERNAL_SERVER_ERROR, "This failed on our side; the log has it under " + id);
        detail.setTitle("The ledger failed");
        detail.setProperty("errors", List.of());
        return answer(detail);
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail detail) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return new ResponseEntity<>(detail, headers, detail.getStatus());
    }
}
