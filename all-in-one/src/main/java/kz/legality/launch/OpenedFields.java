package kz.legality.launch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.legality.evidence.bundle.LedgerAsked.OpenedField;
import kz.legality.evidence.log.RecordedEvent;
import kz.legality.evidence.proof.Base64Text;
import kz.legality.secrecy.FieldSeal;
import kz.legality.secrecy.Personal;
import kz.legality.secrecy.Pseudonym;
import kz.legality.secrecy.Subject;
import kz.legality.secrecy.SubjectKeys;

/** The personal fields of recorded events, each with the salt that proves it. A field whose key was destroyed is left out. */
final class OpenedFields {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SubjectKeys keys;

    OpenedFields(SubjectKeys keys) {
        this.keys = keys;
    }

    List<OpenedField> of(RecordedEvent event) {
        try {
            List<OpenedField> opened = new ArrayList<>();
            walk(JSON.readTree(event.payload()), "", event.eventId(), opened);
            return opened;
        } catch (IOException e) {
            throw new UncheckedIOException("the event at " + event.position() + " is not JSON", e);
        }
    }

    private void walk(JsonNode node, String path, String eventId, List<OpenedField> opened) {
        if (node.isObject() && node.has("sealed") && node.has("commitment")) {
            open(node, path, eventId, opened);
        } else if (node.isObject()) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                walk(field.getValue(), path.isEmpty() ? field.getKey() : path + "." + field.getKey(), eventId, opened);
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                walk(node.get(i), path + "[" + i + "]", eventId, opened);
            }
        }
    }

    private void open(JsonNode node, String path, String eventId, List<OpenedField> opened) {
        Personal.Sealed<Object> sealed = new Personal.Sealed<>(
                node.path("commitment").asText(),
                new Pseudonym(node.path("pseudonym").asText()),
                node.path("sealed").asText(),
                new Subject(node.path("subject").asText()));
        keys.find(sealed.subject()).ifPresent(key -> {
            FieldSeal.Opened field = FieldSeal.open(sealed, new FieldSeal.Place(eventId, path), key);
            opened.add(new OpenedField(path, Base64Text.encode(field.salt()), field.value()));
        });
    }
}
