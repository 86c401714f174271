package kz.legality.door.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import kz.legality.secrecy.FieldSeal;
import kz.legality.secrecy.FieldSeal.Place;
import kz.legality.secrecy.Personal;
import kz.legality.secrecy.Pseudonym;
import kz.legality.secrecy.Subject;
import kz.legality.secrecy.SubjectKeys;

/**
 * The sealed fields of stored events, opened for who may read them and withheld from who may not. Either way what leaves
 * is no longer the stored form, so nobody takes a ciphertext away to open it later.
 */
public final class PersonalFields {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final SubjectKeys keys;
    private final SortedSet<String> opened = new TreeSet<>();

    public PersonalFields(SubjectKeys keys) {
        this.keys = keys;
    }

    /** The paths of the fields that were opened so far: what the access log will say. */
    public SortedSet<String> opened() {
        return opened;
    }

    /** {@code {"value": ...}} in the place of each field; {@code {"erased": true}} where its key was destroyed. */
    public JsonNode open(JsonNode data, String eventId) {
        return walk(data, "", (field, path) -> open(field, eventId, path));
    }

    /** The same for one field that stands at this path of its event. */
    public JsonNode open(Personal.Sealed<?> field, String eventId, String path) {
        ObjectNode shown = NODES.objectNode();
        Optional<FieldSeal.Opened> value =
                keys.find(field.subject()).map(key -> FieldSeal.open(field, new Place(eventId, path), key));
        value.ifPresentOrElse(
                it -> {
                    opened.add(path);
                    shown.put("value", it.value());
                },
                () -> shown.put("erased", true));
        return shown;
    }

    /** {@code {"withheld": true}} in the place of each field. */
    public static JsonNode withhold(JsonNode data) {
        return walk(data, "", (field, path) -> NODES.objectNode().put("withheld", true));
    }

    private interface Showing {
        JsonNode of(Personal.Sealed<?> field, String path);
    }

    private static JsonNode walk(JsonNode node, String path, Showing showing) {
        if (node.isObject() && node.has("sealed") && node.has("commitment")) {
            return showing.of(sealedIn(node), path);
        }
        if (node.isObject()) {
            ObjectNode shown = NODES.objectNode();
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                String deeper = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
                shown.set(field.getKey(), walk(field.getValue(), deeper, showing));
            }
            return shown;
        }
        if (node.isArray()) {
            ArrayNode shown = NODES.arrayNode();
            for (int i = 0; i < node.size(); i++) {
                shown.add(walk(node.get(i), path + "[" + i + "]", showing));
            }
            return shown;
        }
        return node;
    }

    private static Personal.Sealed<Object> sealedIn(JsonNode node) {
        return new Personal.Sealed<>(
                node.path("commitment").asText(),
                new Pseudonym(node.path("pseudonym").asText()),
                node.path("sealed").asText(),
                new Subject(node.path("subject").asText()));
    }
}
