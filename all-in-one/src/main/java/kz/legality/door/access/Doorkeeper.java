package kz.legality.door.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.util.ServletRequestPathUtils;

/** Holds a request against {@link AccessRules}: no row, no entry. */
final class Doorkeeper implements AuthorizationManager<RequestAuthorizationContext> {
    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        boolean admitted = openingFor(context.getRequest())
                .filter(row -> admits(row, authentication))
                .isPresent();
        return new AuthorizationDecision(admitted);
    }

    /** Public doors are opened before the session or token is looked at. */
    private static boolean admits(Opening row, Supplier<? extends @Nullable Authentication> authentication) {
        if (row.to() instanceof Opening.To.Everybody) {
            return true;
        }
        Authentication holder = authentication.get();
        return holder != null && holder.isAuthenticated() && row.to().admits(holder.getAuthorities());
    }

    static Optional<Opening> openingFor(HttpServletRequest request) {
        return AccessRules.openingFor(
                HttpMethod.valueOf(request.getMethod()),
                ServletRequestPathUtils.parse(request).pathWithinApplication());
    }
}
