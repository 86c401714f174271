package kz.legality.door.list;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import kz.legality.access.AccessEvent.ListViewed;
import kz.legality.door.answer.AnswerJson;
import kz.legality.door.problem.RequestProblem;
import kz.legality.door.release.ListReleases;
import kz.legality.door.release.ReleaseForm;
import kz.legality.door.release.ReleaseRow;
import kz.legality.event.Source;
import kz.legality.launch.AccessLog;
import kz.legality.launch.OpenLedger;
import kz.legality.query.list.SideBySide;
import kz.legality.release.ListName;
import kz.legality.release.ReleaseEvent.ListReleased;
import org.jspecify.annotations.Nullable;

/** The rows of a release, or of what changed until it, as they are told to who asks. */
public final class ReleasedRows {
    private static final String CHANGE = "change";

    private final ListReleases releases;
    private final SubscriberNumbers numbers;
    private final AccessLog accessLog;
    private final Clock clock = Clock.systemUTC();

    public ReleasedRows(OpenLedger ledger, ListReleases releases) {
        this.releases = releases;
        this.numbers = new SubscriberNumbers(ledger.events(), ledger.keys());
        this.accessLog = new AccessLog(ledger.events());
    }

    /**
     * Which rows.
     *
     * @param since the number of the release that is held, 0 holds nothing; null asks for all rows
     * @param operator whose subscribers only; null where every row is told of
     * @param opened whether their numbers take the place of their pseudonyms
     */
    public record Asked(
            ListReleased release,
            @Nullable Long since,
            @Nullable String operator,
            boolean opened) {
        public Asked {
            if (since != null && (since < 0 || since > release.number())) {
                throw RequestProblem.badParameter("since", "0 to " + release.number());
            }
        }

        ListName list() {
            return release.list();
        }

        boolean shows(JsonNode row) {
            return operator == null || isOf(operator, row);
        }
    }

    /** The columns of a row in CSV, as {@link Asked} would have it. */
    public static List<String> columns(ListName list, boolean opened, boolean changes) {
        List<String> columns = new ArrayList<>(changes ? List.of(CHANGE) : List.of());
        if (!opened) {
            columns.addAll(ReleaseRow.columns(list));
        } else {
            columns.addAll(List.of("imei", "imsi", "msisdn"));
            columns.addAll(list == ListName.EXCEPTIONS ? List.of() : List.of("blockDate", "reasons"));
        }
        return columns;
    }

    /** Whether the row is of a subscriber of this operator, whose name may be written in any letter case. */
    static boolean isOf(String operator, JsonNode row) {
        return row.path("operator").asText("").equalsIgnoreCase(operator);
    }

    /** The newest release, or the one of this number. */
    public ListReleased release(ListName list, @Nullable Long number) {
        if (number == null) {
            return releases.newest(list)
                    .orElseThrow(() -> RequestProblem.refused(
                            "RELEASE_HELD", "the first release of this list waits to be signed by two persons"));
        }
        return releases.release(list, number)
                .orElseThrow(() -> RequestProblem.notFound("the list has no release " + number));
    }

    /** By key; where changes are asked for each begins with {@code change}, DIRBS's word for it. Returns how many. */
    public long each(Asked asked, Consumer<JsonNode> row) {
        return asked.since() == null ? eachEntry(asked, row) : eachChange(asked, asked.since(), row);
    }

    /** The release whole, as it was signed. */
    public Path file(ListReleased release, ReleaseForm form) {
        Path file = releases.file(release, form);
        if (!Files.exists(file)) {
            throw RequestProblem.notFound("the files of release " + release.number() + " are no longer kept");
        }
        return file;
    }

    private long eachEntry(Asked asked, Consumer<JsonNode> row) {
        Path file = file(asked.release(), ReleaseForm.JSON_LINES);
        long[] rows = {0};
        try (SideBySide<String, JsonNode> entries = new SideBySide<>(AnswerJson::parse, entry -> {
            if (asked.shows(entry)) {
                rows[0]++;
                row.accept(shown(asked, entry));
            }
        })) {
            ReleaseRow.each(file, entries::add);
            entries.finish();
        }
        return rows[0];
    }

    private long eachChange(Asked asked, long since, Consumer<JsonNode> row) {
        var changes = releases.delta(asked.list(), since, asked.release().number(), asked::shows)
                .orElseThrow(() -> RequestProblem.notFound(
                        "what changed since release " + since + " can no longer be told; take the list whole"));
        changes.values().forEach(change -> {
            ObjectNode told = JsonNodeFactory.instance.objectNode().put(CHANGE, change.word(asked.list()));
            told.setAll((ObjectNode) shown(asked, change.row()));
            row.accept(told);
        });
        return changes.size();
    }

    private JsonNode shown(Asked asked, JsonNode row) {
        return asked.opened() ? numbers.opened(row) : row;
    }

    /** All of them as text, and how many. */
    record Text(String text, long rows) {}

    Text text(Asked asked, ReleaseForm form) {
        List<String> columns = columns(asked.list(), asked.opened(), asked.since() != null);
        StringBuilder text = new StringBuilder(form == ReleaseForm.CSV ? String.join(",", columns) + "\n" : "");
        long rows = each(
                asked,
                row -> text.append(form == ReleaseForm.CSV ? ReleaseRow.csv(columns, row) : AnswerJson.line(row))
                        .append('\n'));
        return new Text(text.toString(), rows);
    }

    /** Records that an operator's numbers were read; to be called before they leave. Nothing where none were opened. */
    public void recordReading(
            Asked asked, long rows, String actor, List<String> roles, String purpose, String legalBasis) {
        if (asked.opened() && asked.operator() != null) {
            accessLog.append(new ListViewed(
                    asked.list(),
                    asked.release().number(),
                    asked.since(),
                    clock.instant(),
                    new Source.Actor(actor, UUID.randomUUID().toString()),
                    asked.operator(),
                    rows,
                    roles,
                    purpose,
                    legalBasis));
        }
    }
}
