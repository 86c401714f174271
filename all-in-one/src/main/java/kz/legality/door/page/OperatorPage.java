package kz.legality.door.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import kz.legality.door.access.Caller;
import kz.legality.door.answer.AlmatyTime;
import kz.legality.door.release.HeldRelease;
import kz.legality.door.release.ListReleases;
import kz.legality.release.CutOff;
import kz.legality.release.ListName;
import kz.legality.release.ReleaseEvent.ListReleased;
import kz.legality.release.ReleaseEvent.ReleaseAcknowledged;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What an operator has to enforce: each list's releases, what it acknowledged, and how its register differed. */
@Controller
class OperatorPage {
    private static final int RELEASES_SHOWN_MAX = 20;

    private final ListReleases releases;

    OperatorPage(ListReleases releases) {
        this.releases = releases;
    }

    /**
     * One release.
     *
     * @param releasedAt as it is shown, in Almaty
     * @param acknowledgedAt the same; empty where the operator said nothing
     * @param said what the operator last said of it; null where it said nothing
     */
    public record Row(
            long number,
            String releasedAt,
            long entries,
            long added,
            long removed,
            long changed,
            String sha256,
            String acknowledgedAt,
            @Nullable ReleaseAcknowledged said) {}

    /**
     * One list.
     *
     * @param current whether the newest release is the last one acknowledged
     * @param ahead what taking the newest release would change for who holds the last one acknowledged
     * @param waiting a release that waits for two persons
     */
    public record Shown(
            String list,
            List<Row> rows,
            boolean current,
            @Nullable Ahead ahead,
            @Nullable Waiting waiting) {}

    /**
     * A release that waits.
     *
     * @param subscribers of this operator whom it would cut off
     */
    public record Waiting(long number, long subscribers) {}

    public record Ahead(long since, long until, long added, long removed, long changed) {}

    @GetMapping("/operator")
    String page(Caller caller, Model model) {
        String operator = caller.operator().orElse(caller.actor());
        model.addAttribute("operator", operator);
        model.addAttribute(
                "lists",
                Arrays.stream(ListName.values())
                        .map(list -> shown(list, operator))
                        .toList());
        return "operator";
    }

    private Shown shown(ListName list, String operator) {
        releases.newest(list);
        List<ReleaseAcknowledged> said = releases.acknowledgements(list).stream()
                .filter(it -> it.operator().equals(operator))
                .toList();
        List<ListReleased> newestFirst = releases.releases(list).reversed();
        long held = said.stream().mapToLong(ReleaseAcknowledged::number).max().orElse(0);
        return new Shown(
                list.written(),
                newestFirst.stream()
                        .limit(RELEASES_SHOWN_MAX)
                        .map(it -> row(it, said))
                        .toList(),
                !newestFirst.isEmpty() && newestFirst.getFirst().number() == held,
                newestFirst.isEmpty()
                        ? null
                        : ahead(list, held, newestFirst.getFirst().number(), operator)
                                .orElse(null),
                releases.held(list).map(it -> waiting(it, operator)).orElse(null));
    }

    private static Waiting waiting(HeldRelease held, String operator) {
        return new Waiting(
                held.release().number(),
                held.release().cutOffs().stream()
                        .filter(it -> it.operator().equalsIgnoreCase(operator))
                        .mapToLong(CutOff::subscribers)
                        .sum());
    }

    private static Row row(ListReleased release, List<ReleaseAcknowledged> said) {
        ReleaseAcknowledged last = said.stream()
                .filter(it -> it.number() == release.number())
                .reduce((earlier, later) -> later)
                .orElse(null);
        return new Row(
                release.number(),
                AlmatyTime.minute(release.occurredAt()),
                release.entries(),
                release.added(),
                release.removed(),
                release.changed(),
                release.lines().sha256(),
                AlmatyTime.minute(last == null ? null : last.occurredAt()),
                last);
    }

    private Optional<Ahead> ahead(ListName list, long held, long newest, String operator) {
        if (held == newest) {
            return Optional.empty();
        }
        Predicate<JsonNode> shown = row ->
                !list.namesSubscribers() || row.path("operator").asText("").equalsIgnoreCase(operator);
        return releases.delta(list, held, newest, shown).map(changes -> {
            long[] kinds = new long[3];
            changes.values().forEach(change -> {
                switch (change.change().kind()) {
                    case ADDED -> kinds[0]++;
                    case REMOVED -> kinds[1]++;
                    case CHANGED -> kinds[2]++;
                }
            });
            return new Ahead(held, newest, kinds[0], kinds[1], kinds[2]);
        });
    }
}
