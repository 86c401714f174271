package kz.legality.door.access;

import kz.legality.door.problem.Problem;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Tells a caller what his statement of purpose lacks. First in order, so that no general advice answers 500. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class PurposeRefusals {
    @ExceptionHandler
    ResponseEntity<Problem> refuse(PurposeRefused refused) {
        Problem problem = Problem.of(
                "purpose",
                HttpStatus.BAD_REQUEST,
                "What the reading is for was not stated as the caller's role must state it.",
                refused.faults());
        return ResponseEntity.badRequest()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
