package kz.legality.door.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses a court's call without case and order before any controller sees it, so that a controller which does not ask
 * for a {@link ReadingPurpose} gives nothing away either.
 */
final class CourtUnderItsOrder implements HandlerInterceptor {
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (PurposeOfRequest.caller().is(Role.COURT)) {
            PurposeOfRequest.of(request);
        }
        return true;
    }
}
