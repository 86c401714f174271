package kz.legality.door.access;

import jakarta.servlet.http.HttpServletRequest;
import kz.legality.door.access.ReadingPurpose.Outcome;
import kz.legality.door.access.ReadingPurpose.Stated;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;

/** Finds the caller and what was stated in a request. */
final class PurposeOfRequest {
    private PurposeOfRequest() {}

    static Caller caller() {
        return Caller.of(SecurityContextHolder.getContext().getAuthentication());
    }

    /** @throws PurposeRefused where nothing may be read */
    static ReadingPurpose of(HttpServletRequest request) {
        return switch (ReadingPurpose.of(caller(), name -> stated(request, name))) {
            case Outcome.Accepted accepted -> accepted.purpose();
            case Outcome.Refused refused -> throw new PurposeRefused(refused.faults());
        };
    }

    private static @Nullable String stated(HttpServletRequest request, Stated name) {
        String parameter = request.getParameter(name.parameter());
        if (parameter != null) {
            return parameter;
        }
        String header = request.getHeader(name.header());
        return header == null ? null : HeaderText.inUtf8(header);
    }
}
