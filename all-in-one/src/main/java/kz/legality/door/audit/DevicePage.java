package kz.legality.door.audit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import kz.legality.door.answer.AlmatyTime;
import kz.legality.door.answer.EventTexts;
import kz.legality.door.answer.HistoryAnswer;
import kz.legality.door.answer.PersonalFields;
import kz.legality.door.answer.SourceAnswer;
import kz.legality.door.problem.Asked;
import kz.legality.identifier.Imei;
import kz.legality.launch.OpenLedger;
import kz.legality.query.device.DeviceState;
import kz.legality.query.device.Moment;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** A device's events, oldest first, with what they rest on and both their times. Persons stay withheld. */
@Controller
class DevicePage {
    private static final int HASH_SHOWN_CHARS = 12;

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
        static Line of(HistoryAnswer.Event event) {
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
                    from(event.source()),
                    event.correctedBy() != null);
        }

        private static String from(SourceAnswer source) {
            if (source.file() != null) {
                return source.file().substring(0, HASH_SHOWN_CHARS) + "… : " + source.row();
            }
            return source.actor() != null ? source.actor() : String.valueOf(source.rule());
        }
    }

    @GetMapping("/audit/devices")
    String find(@RequestParam(defaultValue = "") String imei) {
        Imei asked = Asked.as("imei", () -> Imei.declared(imei.replaceAll("[\\s\\-/]", "")));
        return "redirect:"
                + UriComponentsBuilder.fromPath("/audit/devices/{imei}").build(asked.printed());
    }

    @GetMapping("/audit/devices/{imei}")
    String show(@PathVariable String imei, Model page) {
        Imei asked = Asked.as("imei", () -> Imei.declared(imei));
        DeviceState state = ledger.queries().devices().state(asked, Moment.NOW);
        HistoryAnswer history = HistoryAnswer.of(
                ledger.queries().devices().history(asked, Moment.NOW), event -> PersonalFields.withhold(event.data()));
        List<Line> lines = history.events().stream().map(Line::of).toList();
        page.addAttribute("imei", asked.printed());
        page.addAttribute("state", state);
        page.addAttribute("deadline", AlmatyTime.minute(state.deadline()));
        page.addAttribute("lines", lines);
        return "audit/device";
    }
}
