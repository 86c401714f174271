package kz.legality.door.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.legality.door.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.web.WebProperties;
import org.springframework.boot.webmvc.autoconfigure.error.BasicErrorController;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers what nobody else answered: a problem to machines, an error page to browsers, to nobody how it came about. */
@Configuration(proxyBeanMethods = false)
class FailuresConfiguration {
    @Bean
    BasicErrorController failures(ErrorAttributes attributes, WebProperties settings, List<ErrorViewResolver> pages) {
        return new Failures(attributes, settings, pages);
    }

    /** Spring's own, but for the form in which machines are answered. */
    private static final class Failures extends BasicErrorController {
        Failures(ErrorAttributes attributes, WebProperties settings, List<ErrorViewResolver> pages) {
            super(attributes, settings.getError(), pages);
        }

        @Override
        public ResponseEntity<Map<String, @Nullable Object>> error(HttpServletRequest request) {
            HttpStatus status = getStatus(request);
            Map<String, @Nullable Object> problem = new LinkedHashMap<>();
            String code = "http-" + status.value();
            problem.put("type", Problem.TYPE + code);
            problem.put("title", status.getReasonPhrase());
            problem.put("status", status.value());
            problem.put(
                    "detail",
                    status.is5xxServerError()
                            ? "The ledger failed at this. It is not the caller's fault; the server's log says more."
                            : "The call was not understood or leads nowhere: " + status.getReasonPhrase() + ".");
            problem.put("code", code);
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem);
        }
    }
}
