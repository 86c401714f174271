package kz.legality.door.access;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * A browser that asks for a page which some role may see, or somebody who takes anything for it: worth a login, where
 * anything else is refused at once.
 */
final class PageAsked implements RequestMatcher {
    @Override
    public boolean matches(HttpServletRequest request) {
        return (wantsPage(request) || takesAnything(request))
                && request.getHeader(HttpHeaders.AUTHORIZATION) == null
                && Doorkeeper.openingFor(request).isPresent();
    }

    private static boolean takesAnything(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return "GET".equals(request.getMethod()) && (accept == null || accept.equals(MediaType.ALL_VALUE));
    }

    static boolean wantsPage(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
    }
}
