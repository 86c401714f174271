package kz.legality.door.audit;

import kz.legality.door.access.Caller;
import kz.legality.door.answer.AnswerJson;
import kz.legality.door.problem.RequestProblem;
import kz.legality.launch.OpenLedger;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One event, as findings cite it: by its position among all events of the ledger. */
@Controller
class EventPage {
    private final OpenLedger ledger;

    EventPage(OpenLedger ledger) {
        this.ledger = ledger;
    }

    @GetMapping("/audit/events/{position}")
    String show(@PathVariable long position, Caller caller, Model page) {
        ToldEvent event = ledger.queries()
                .events()
                .at(position)
                .map(it -> ToldEvent.of(it, ledger.queries().files()))
                .filter(it -> mayRead(it, caller))
                .orElseThrow(() -> RequestProblem.notFound("there is no event at position " + position));
        page.addAttribute("event", event);
        page.addAttribute("json", AnswerJson.pretty(event.data()));
        return "audit/event";
    }

    /** A claim is its taxpayer's secret; who was sent to another does not read it. */
    private static boolean mayRead(ToldEvent event, Caller caller) {
        String claimant = event.data().path("claimant").asText();
        return caller.taxpayer()
                .map(bin -> claimant.isEmpty() || claimant.equals(bin))
                .orElse(true);
    }
}
