package kz.legality.door.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kz.legality.command.policy.PolicyFile;
import kz.legality.launch.OpenLedger;
import kz.legality.policy.Policy;
import kz.legality.policy.PolicyFlaw;
import kz.legality.query.policy.DryRun;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /policy}: the rules in force, every version there was, and a change tried without effect. */
@Controller
class PolicyPage {
    private final OpenLedger ledger;

    PolicyPage(OpenLedger ledger) {
        this.ledger = ledger;
    }

    @GetMapping("/policy")
    String show(Model page) {
        return show(page, PolicyFile.text(ledger.policy().terms()), null, null);
    }

    @PostMapping("/policy/dry-run")
    String dryRun(@RequestParam(defaultValue = "") String file, Model page) {
        try {
            return show(page, file, ledger.dryRun(PolicyFile.read(file)), null);
        } catch (PolicyFlaw flaw) {
            return show(page, file, null, String.valueOf(flaw.getMessage()));
        }
    }

    private String show(Model page, String file, DryRun.@Nullable Report report, @Nullable String flaw) {
        Policy inForce = ledger.policy();
        page.addAttribute("inForce", inForce);
        page.addAttribute("versions", ledger.policies().book().versions());
        Map<String, String> terms = new LinkedHashMap<>();
        inForce.terms().forEach((key, value) -> flatten(key, value, terms));
        page.addAttribute("terms", terms);
        page.addAttribute("file", file);
        page.addAttribute("report", report);
        page.addAttribute("flaw", flaw);
        return "policy";
    }

    /** The keys as a policy file writes them. */
    private static void flatten(String key, Object value, Map<String, String> into) {
        switch (value) {
            case Map<?, ?> map -> map.forEach((name, it) -> flatten(key + "." + name, it, into));
            case List<?> list ->
                into.put(key, list.stream().map(String::valueOf).collect(Collectors.joining(", ")));
            default -> into.put(key, String.valueOf(value));
        }
    }
}
