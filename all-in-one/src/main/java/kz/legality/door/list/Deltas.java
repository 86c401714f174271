package kz.legality.door.list;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import kz.legality.door.answer.AnswerJson;
import kz.legality.door.release.ReleaseForm;
import kz.legality.door.release.ReleaseRow;
import kz.legality.door.release.RowChange;
import kz.legality.release.ListName;

/** What changed between two releases: the kind of change in DIRBS's word, then the row as it is now or was last. */
final class Deltas {
    private static final String CHANGE = "change";

    private Deltas() {}

    /**
     * A line a change.
     *
     * @param columns of a row in CSV
     * @param shown what is told of a row
     */
    static byte[] written(
            ListName list,
            List<String> columns,
            Collection<RowChange> changes,
            ReleaseForm form,
            UnaryOperator<JsonNode> shown) {
        StringBuilder text =
                new StringBuilder(form == ReleaseForm.CSV ? CHANGE + "," + String.join(",", columns) + "\n" : "");
        for (RowChange change : changes) {
            JsonNode row = shown.apply(change.row());
            String word = change.word(list);
            text.append(form == ReleaseForm.CSV ? word + "," + ReleaseRow.csv(columns, row) : line(word, row))
                    .append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String line(String word, JsonNode row) {
        ObjectNode line = JsonNodeFactory.instance.objectNode().put(CHANGE, word);
        line.setAll((ObjectNode) row);
        return AnswerJson.line(line);
    }
}
