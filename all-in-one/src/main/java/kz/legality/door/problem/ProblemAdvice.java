package kz.legality.door.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import kz.legality.identifier.Malformed;
import kz.legality.launch.StoreAway;
import kz.legality.query.store.InvalidCursorException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Turns whatever a door throws into a problem; what nobody foresaw is logged under an id that the caller is given. */
@RestControllerAdvice("kz.legality.door")
class ProblemAdvice extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler(RequestProblem.class)
    Object onProblem(RequestProblem thrown, HttpServletRequest request) {
        return answer(thrown.problem(), request);
    }

    /** An identifier, a time or an amount in the address that is none. */
    @ExceptionHandler({Malformed.class, InvalidCursorException.class})
    Object onMalformed(RuntimeException malformed, HttpServletRequest request) {
        return answer(Problem.of("malformed", HttpStatus.BAD_REQUEST, String.valueOf(malformed.getMessage())), request);
    }

    /** To a person in front of a page the same as a page: he cannot do much with a problem in JSON. */
    private static Object answer(Problem problem, HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        boolean page = accept != null
                && accept.contains(MediaType.TEXT_HTML_VALUE)
                && !request.getRequestURI().startsWith("/api/");
        if (!page) {
            return answer(problem);
        }
        ModelAndView told = new ModelAndView("error", HttpStatus.valueOf(problem.status()));
        told.addObject("status", problem.status());
        told.addObject("detail", problem.detail());
        return told;
    }

    /** Left to the security filters, which know how to ask for a token. */
    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    void onDenied(RuntimeException denied) {
        throw denied;
    }

    @ExceptionHandler(Exception.class)
    ResponseEntity<Object> onUnforeseen(Exception unforeseen) {
        Optional<String> away = StoreAway.told(unforeseen);
        if (away.isPresent()) {
            LOG.warn("A request failed: {} ({})", away.get(), String.valueOf(unforeseen.getMessage()));
            return answer(RequestProblem.unavailable(away.get()).problem());
        }
        String id = UUID.randomUUID().toString();
        LOG.error("A request failed; its caller was told {}", id, unforeseen);
        return answer(Problem.of(
                "failed", HttpStatus.INTERNAL_SERVER_ERROR, "this failed on our side; the log has it under " + id));
    }

    /** Names the field, and says nothing of the classes it would have become. */
    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        if (unreadable.getCause() instanceof DatabindException misfit
                && !misfit.getPath().isEmpty()) {
            String name = misfit.getPath().stream()
                    .map(step ->
                            step.getPropertyName() == null ? Integer.toString(step.getIndex()) : step.getPropertyName())
                    .collect(Collectors.joining("/"));
            String why = reason(misfit);
            return answer(Problem.of(
                    "bad-request",
                    HttpStatus.BAD_REQUEST,
                    name + ": " + why,
                    List.of(new Problem.Fault("#/" + name, why))));
        }
        return answer(Problem.of(
                "bad-request", HttpStatus.BAD_REQUEST, "the body is not the JSON object that this call takes"));
    }

    private static String reason(DatabindException misfit) {
        if (misfit instanceof UnrecognizedPropertyException unknown) {
            return "there is no such field; there are "
                    + unknown.getKnownPropertyIds().stream()
                            .map(String::valueOf)
                            .sorted()
                            .collect(Collectors.joining(", "));
        }
        if (misfit instanceof InvalidFormatException invalid
                && invalid.getTargetType().isEnum()) {
            return "one of "
                    + Arrays.stream(invalid.getTargetType().getEnumConstants())
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "));
        }
        return "its value is not of the form this field has";
    }

    /** A parameter of the address or the query that is not what it should be. */
    @Override
    protected ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException misfit, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (misfit instanceof MethodArgumentTypeMismatchException parameter) {
            String why = "'" + parameter.getValue() + "' is not of the form this parameter has";
            return answer(RequestProblem.badParameter(parameter.getName(), why).problem());
        }
        return Objects.requireNonNull(super.handleTypeMismatch(misfit, headers, status, request));
    }

    /** Names what there is to choose from. */
    @Override
    protected ResponseEntity<Object> handleHttpMediaTypeNotAcceptable(
            HttpMediaTypeNotAcceptableException refused,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        String offered = refused.getSupportedMediaTypes().stream()
                .map(String::valueOf)
                .distinct()
                .collect(Collectors.joining(", "));
        return answer(Problem.of(
                "not-acceptable",
                HttpStatus.NOT_ACCEPTABLE,
                offered.isEmpty()
                        ? "what the Accept header names is not made here"
                        : "what the Accept header names is not made here; there is " + offered));
    }

    /** What Spring refuses by itself: a method, a media type, a body that is no JSON. */
    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception refused,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode statusCode,
            WebRequest request) {
        HttpStatus status = HttpStatus.valueOf(statusCode.value());
        String detail = body instanceof ProblemDetail said && said.getDetail() != null
                ? said.getDetail()
                : status.getReasonPhrase();
        return answer(Problem.of("http-" + status.value(), status, detail, List.of()));
    }

    private static ResponseEntity<Object> answer(Problem problem) {
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
