package kz.legality.door.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import kz.legality.identifier.Imei;
import kz.legality.identifier.Malformed;
import kz.legality.launch.OpenLedger;
import kz.legality.query.device.PublicCheck;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /}: a citizen checks a phone before he buys it. */
@Controller
class CheckPage {
    private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");

    private final OpenLedger ledger;

    CheckPage(OpenLedger ledger) {
        this.ledger = ledger;
    }

    /** What the page shows; a deadline is a day, since nobody reads an instant. */
    public record Shown(
            String imei,
            String status,
            String advice,
            @Nullable String brand,
            @Nullable String model,
            @Nullable String marketingName,
            @Nullable LocalDate deadline) {
        static Shown of(PublicCheck answer) {
            Instant deadline = answer.deadline();
            return new Shown(
                    answer.imei(),
                    answer.status().name(),
                    answer.advice().name(),
                    answer.brand(),
                    answer.model(),
                    answer.marketingName(),
                    deadline == null ? null : LocalDate.ofInstant(deadline, ALMATY));
        }
    }

    @GetMapping("/")
    String show(@RequestParam(defaultValue = "") String imei, Model page) {
        String typed = imei.replaceAll("[\\s\\-/]", "");
        page.addAttribute("imei", imei.strip());
        page.addAttribute("error", null);
        page.addAttribute("answer", null);
        if (!typed.isEmpty()) {
            try {
                page.addAttribute("answer", Shown.of(ledger.queries().devices().publicCheck(Imei.declared(typed))));
            } catch (Malformed malformed) {
                page.addAttribute("error", faultOf(typed));
            }
        }
        return "check";
    }

    /** Which sentence of the page tells this fault. */
    static String faultOf(String typed) {
        if (!typed.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return "digits";
        }
        return typed.length() < Imei.KEY_DIGITS || typed.length() > Imei.KEY_DIGITS + 2 ? "length" : "checkdigit";
    }
}
