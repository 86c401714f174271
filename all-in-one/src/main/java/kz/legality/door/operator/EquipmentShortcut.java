package kz.legality.door.operator;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * Answers equipment checks before anything of Spring is asked, where the token was let in before: thousands of them come
 * every second, and the way through security and dispatching costs twenty times the look-up. Everything else goes that
 * way, and so this can only answer what the way would answer.
 */
final class EquipmentShortcut extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private static final int QUERY_CHARS_MAX = 2_000;

    private final transient EquipmentChecks checks;
    private final transient AdmittedTokens tokens;

    EquipmentShortcut(EquipmentChecks checks, AdmittedTokens tokens) {
        this.checks = checks;
        this.tokens = tokens;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String query = request.getQueryString();
        if (query != null && query.length() > QUERY_CHARS_MAX) {
            // Told before anybody is asked who he is: what is so long is no question.
            write(EquipmentAnswer.TOO_LONG, response);
            return;
        }
        if (!takesJson(request.getHeader(HttpHeaders.ACCEPT))) {
            write(EquipmentAnswer.NOT_ACCEPTABLE, response);
            return;
        }
        if (!request.getMethod().equals("GET") || !tokens.knows(request.getHeader(HttpHeaders.AUTHORIZATION))) {
            chain.doFilter(request, response);
            return;
        }
        EquipmentAnswer answer = checks.on(
                request.getParameter("pei"),
                request.getParameter("supi"),
                request.getParameter("gpsi"),
                request.getParameter("supported-features"));
        write(answer, response);
    }

    private void write(EquipmentAnswer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        response.setContentType(answer.type());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Ledger-Position", Long.toString(checks.position()));
        response.setContentLength(answer.body().length);
        response.getOutputStream().write(answer.body());
    }

    private static boolean takesJson(@Nullable String accept) {
        return accept == null
                || accept.contains("*/*")
                || accept.contains("application/*")
                || accept.contains("application/json");
    }
}
