package kz.legality.door.list;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import kz.legality.door.answer.AnswerJson;
import kz.legality.door.release.ReleaseForm;
import kz.legality.release.ListChange;
import kz.legality.release.ListName;

/** What changed between two releases, a row an IMEI: the kind of change in DIRBS's word, then the row as it is now or was last. */
final class Deltas {
    private Deltas() {}

    static byte[] written(ListName list, SortedMap<String, ListChange<JsonNode>> changes, ReleaseForm form) {
        StringBuilder text =
                new StringBuilder(form == ReleaseForm.CSV ? "change,imei,status,since,deadline,reasons\n" : "");
        for (Map.Entry<String, ListChange<JsonNode>> change : changes.entrySet()) {
            String word = list.word(change.getValue().kind());
            JsonNode row = Objects.requireNonNullElse(
                    change.getValue().after(),
                    Objects.requireNonNullElse(change.getValue().before(), JsonNodeFactory.instance.objectNode()));
            text.append(form == ReleaseForm.CSV ? csv(word, row) : lines(word, row))
                    .append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String lines(String word, JsonNode row) {
        ObjectNode line = JsonNodeFactory.instance.objectNode().put("change", word);
        line.setAll((ObjectNode) row);
        return AnswerJson.line(line);
    }

    private static String csv(String word, JsonNode row) {
        String reasons = StreamSupport.stream(row.path("reasons").spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining("|"));
        return String.join(
                ",",
                word,
                row.path("imei").asText(),
                row.path("status").asText(),
                row.path("since").asText(""),
                row.hasNonNull("deadline") ? row.path("deadline").asText() : "",
                reasons);
    }
}
