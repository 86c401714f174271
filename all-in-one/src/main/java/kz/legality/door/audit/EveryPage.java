package kz.legality.door.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import kz.legality.launch.OpenLedger;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page of the auditor's says at its foot, on screen and on paper: what it knows, and when it was made. */
@ControllerAdvice("kz.legality.door.audit")
class EveryPage {
    private final OpenLedger ledger;
    private final Shown shown = new Shown();

    EveryPage(OpenLedger ledger) {
        this.ledger = ledger;
    }

    @ModelAttribute("shown")
    Shown shown() {
        return shown;
    }

    /** What was asked, to be gone on with; the links to the other languages ask the same. */
    @ModelAttribute("asked")
    String asked(HttpServletRequest request) {
        String query = request.getMethod().equals("GET") ? request.getQueryString() : null;
        return query == null
                ? ""
                : Arrays.stream(query.split("&"))
                        .filter(it -> !it.startsWith("lang=") && !it.isEmpty())
                        .map(it -> it + "&")
                        .collect(Collectors.joining());
    }

    @ModelAttribute("knows")
    long knows() {
        return ledger.tracing().position();
    }

    @ModelAttribute("made")
    String made() {
        return shown.time(Instant.now());
    }
}
