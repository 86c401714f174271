package kz.legality.door.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;

/** Where a login leads: to the page that was asked for before it, else to where the work of the role begins. */
final class FirstPage extends SavedRequestAwareAuthenticationSuccessHandler {
    @Override
    protected String determineTargetUrl(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        return authentication != null && authentication.getPrincipal() instanceof LoggedIn login
                ? login.caller().roles().stream()
                        .sorted()
                        .findFirst()
                        .map(FirstPage::of)
                        .orElse("/")
                : "/";
    }

    private static String of(Role role) {
        return switch (role) {
            case AUDITOR -> "/audit";
            case COURT -> "/court";
            case OPERATOR -> "/operator";
            case REGULATOR -> "/policy";
            case CUSTOMS -> "/files";
            case PUBLIC, CITIZEN, ADMIN -> "/";
        };
    }
}
