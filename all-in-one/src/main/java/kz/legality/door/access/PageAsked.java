package kz.legality.door.access;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** A browser that asks for a page which some role may see: worth a login, where anything else is refused at once. */
final class PageAsked implements RequestMatcher {
    @Override
    public boolean matches(HttpServletRequest request) {
        return wantsPage(request)
                && request.getHeader(HttpHeaders.AUTHORIZATION) == null
                && Doorkeeper.openingFor(request).isPresent();
    }

    static boolean wantsPage(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
    }
}
