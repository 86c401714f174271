package kz.legality.door.audit;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /audit}: where an auditor begins. */
@Controller
class AuditHome {
    @GetMapping("/audit")
    String show() {
        return "audit/home";
    }
}
