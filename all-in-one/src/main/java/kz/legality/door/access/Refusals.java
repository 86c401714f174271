package kz.legality.door.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import kz.legality.door.problem.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers those who are not let in. Says what to do about it, and nothing of what is behind the door: an address that
 * does not exist is refused in the same words as one that does.
 */
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {
    private static final String CHALLENGE = "Bearer realm=\"legality-ledger\"";
    private static final Set<String> BEARER_ERRORS = Set.of("invalid_request", "invalid_token", "insufficient_scope");

    private final JsonMapper json;
    private final boolean pages;

    private Refusals(JsonMapper json, boolean pages) {
        this.json = json;
        this.pages = pages;
    }

    static Refusals toMachines(JsonMapper json) {
        return new Refusals(json, false);
    }

    /** Whoever asks for a page is refused with one: a person cannot do much with a problem in JSON. */
    static Refusals toPeople(JsonMapper json) {
        return new Refusals(json, true);
    }

    /** 401: no token, or one that does not hold. Status and error code as in RFC 6750 section 3. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        if (refused instanceof OAuth2AuthenticationException bearer) {
            String given = bearer.getError().getErrorCode().toLowerCase(Locale.ROOT);
            String error = BEARER_ERRORS.contains(given) ? given : "invalid_token";
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE + ", error=\"" + error + "\"");
            write(
                    request,
                    response,
                    Problem.of(
                            "token-invalid",
                            HttpStatus.UNAUTHORIZED,
                            "The bearer token does not hold: it has expired, was not meant for this ledger, or was not"
                                    + " signed by the issuer this ledger trusts."));
            return;
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
        write(
                request,
                response,
                Problem.of(
                        "token-missing",
                        HttpStatus.UNAUTHORIZED,
                        "This address is not open to everybody: send a bearer token of the ledger's issuer."));
    }

    /** 403: known, and not for him. Also a page's form that was not made by this server. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
            throws IOException {
        write(
                request,
                response,
                Problem.of("not-open", HttpStatus.FORBIDDEN, "This address is not open to the caller's roles."));
    }

    /** 429 with the time to wait. */
    void tooFast(HttpServletRequest request, HttpServletResponse response, long retryAfterSeconds) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(retryAfterSeconds));
        write(
                request,
                response,
                Problem.of(
                        "too-fast",
                        HttpStatus.TOO_MANY_REQUESTS,
                        "The public check answers a limited number of questions from one address. Ask again in "
                                + retryAfterSeconds + " s."));
    }

    private void write(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        if (pages && PageAsked.wantsPage(request)) {
            response.sendError(problem.status());
            return;
        }
        response.setStatus(problem.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }
}
