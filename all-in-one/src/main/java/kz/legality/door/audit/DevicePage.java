package kz.legality.door.audit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import kz.legality.door.access.Caller;
import kz.legality.door.answer.AlmatyTime;
import kz.legality.door.answer.EventTexts;
import kz.legality.door.answer.HistoryAnswer;
import kz.legality.door.answer.Moments;
import kz.legality.door.answer.PersonalFields;
import kz.legality.door.problem.Asked;
import kz.legality.identifier.Imei;
import kz.legality.launch.OpenLedger;
import kz.legality.query.claim.Goods;
import kz.legality.query.claim.Graph;
import kz.legality.query.device.DeviceState;
import kz.legality.query.device.Moment;
import kz.legality.query.file.FileQueries;
import kz.legality.query.finding.FindingAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A device's events, oldest first, with what they rest on and both their times; what was found of it, and its way between
 * companies. Persons stay withheld.
 */
@Controller
class DevicePage {
    private final OpenLedger ledger;

    DevicePage(OpenLedger ledger) {
        this.ledger = ledger;
    }

    /**
     * One event as the page shows it.
     *
     * @param file SHA-256 of the file it came from; null where it came from none
     */
    public record Line(
            long position,
            long sequence,
            String type,
            String text,
            String occurred,
            String recorded,
            @Nullable String file,
            String from,
            boolean corrected) {
        static Line of(HistoryAnswer.Event event, FileQueries files) {
            ObjectNode told = JsonNodeFactory.instance.objectNode().put("type", event.type());
            told.set("data", event.data());
            if (event.corrects() != null) {
                told.put("corrects", event.corrects());
            }
            return new Line(
                    event.position(),
                    event.sequence(),
                    event.type(),
                    EventTexts.of(told),
                    AlmatyTime.minute(event.occurredAt()),
                    AlmatyTime.minute(event.recordedAt()),
                    event.source().file(),
                    SourceTexts.of(event.source(), files),
                    event.correctedBy() != null);
        }
    }

    @GetMapping("/audit/devices")
    String find(@RequestParam(defaultValue = "") String imei) {
        Imei asked = Asked.imei(imei.replaceAll("[\\s\\-/]", ""));
        return "redirect:"
                + UriComponentsBuilder.fromPath("/audit/devices/{imei}").build(asked.printed());
    }

    /**
     * @param asOf a date or a time; what happened later is left out
     * @param knownAt a date or a time; what the ledger learned later is left out
     */
    @GetMapping("/audit/devices/{imei}")
    String show(
            @PathVariable String imei,
            @RequestParam(defaultValue = "") String asOf,
            @RequestParam(defaultValue = "") String knownAt,
            Caller caller,
            Model page) {
        Imei asked = Asked.imei(imei);
        Moment moment =
                Asked.as("asOf", () -> Moments.of(asOf, knownAt, ledger.policy().zone()));
        DeviceState state = ledger.queries().devices().state(asked, moment);
        HistoryAnswer history = HistoryAnswer.of(
                ledger.queries().devices().history(asked, moment), event -> PersonalFields.withhold(event.data()));
        List<Line> lines = history.events().stream()
                .sorted(Comparator.comparing(HistoryAnswer.Event::occurredAt))
                .map(it -> Line.of(it, ledger.queries().files()))
                .toList();
        Graph chain = Goods.ofDevice(ledger.caseFile(asked));
        page.addAttribute("imei", asked.printed());
        page.addAttribute("asOf", asOf);
        page.addAttribute("knownAt", knownAt);
        page.addAttribute("state", state);
        page.addAttribute("deadline", AlmatyTime.minute(state.deadline()));
        page.addAttribute("lines", lines);
        page.addAttribute(
                "findings",
                ledger.queries().findings().ofDevice(asked, moment).stream()
                        .filter(it -> inScope(it, caller))
                        .toList());
        page.addAttribute("graph", chain);
        page.addAttribute("picture", Picture.of(chain, ""));
        page.addAttribute("boundCase", caller.boundCase().orElse(""));
        return "audit/device";
    }

    private boolean inScope(FindingAnswer finding, Caller caller) {
        return caller.taxpayer()
                .map(bin -> ledger.queries().findings().isOf(finding.id(), bin))
                .orElse(true);
    }

    /** From company to company, as a file for graph tools. */
    @GetMapping("/audit/export/device-chain")
    void download(
            @RequestParam String imei,
            @RequestParam(defaultValue = "graphml") String format,
            HttpServletResponse response)
            throws IOException {
        Imei asked = Asked.imei(imei);
        GraphFile.write(Goods.ofDevice(ledger.caseFile(asked)), format, "chain-of-" + asked.printed(), response);
    }
}
