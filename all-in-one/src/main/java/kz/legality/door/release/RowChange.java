package kz.legality.door.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import kz.legality.release.ListChange;

/** A change of one IMEI as it is kept beside the release that made it: {@code {"imei", "before", "after"}}. */
record RowChange(String imei, ListChange<JsonNode> change) {
    ObjectNode kept() {
        ObjectNode kept = JsonNodeFactory.instance.objectNode().put("imei", imei);
        if (change.before() != null) {
            kept.set("before", change.before());
        }
        if (change.after() != null) {
            kept.set("after", change.after());
        }
        return kept;
    }

    static RowChange of(JsonNode kept) {
        return new RowChange(kept.path("imei").asText(), new ListChange<>(kept.get("before"), kept.get("after")));
    }
}
