package kz.legality.door.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what a browser says was sent from another site's page ({@code Sec-Fetch-Site}, W3C Fetch Metadata). The token
 * in our own forms guards a login's session; this also guards a session that a gateway before us keeps.
 */
final class CrossSiteForms extends OncePerRequestFilter {
    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Set<String> ELSEWHERE = Set.of("cross-site", "same-site");

    private final Refusals refusals;

    CrossSiteForms(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null && ELSEWHERE.contains(site) && !SAFE_METHODS.contains(request.getMethod())) {
            refusals.handle(request, response, new AccessDeniedException("sent from another site"));
        } else {
            chain.doFilter(request, response);
        }
    }
}
