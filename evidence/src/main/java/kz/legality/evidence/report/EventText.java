package kz.legality.evidence.report;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kz.legality.evidence.bundle.BundleContent;
import kz.legality.evidence.bundle.LedgerAsked.OpenedField;
import kz.legality.evidence.bundle.SourceReceipt;
import kz.legality.evidence.log.RecordedEvent;
import kz.legality.evidence.proof.Json;
import org.jspecify.annotations.Nullable;

/** One event as the paper tells it. Names that have no word yet are shown as they are stored; nothing is left unsaid for it. */
final class EventText {
    /** Told in sentences of their own. */
    private static final Set<String> SAID_ELSEWHERE = Set.of("imei", "occurredAt", "source", "corrects");
    /** Holders whose name adds nothing to that of what they hold. */
    private static final Set<String> HOLDERS = Set.of("owner", "ground", "evidence");

    private static final Set<String> IN_TIYN =
            Set.of("unitValue", "unitVat", "dutyPaid", "importTiyn", "exportTiyn", "valueTiyn");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT.*(Z|[+-]\\d\\d:\\d\\d)");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern FILE_ROW = Pattern.compile("file:([0-9a-f]{64})#(\\d+)");
    private static final Pattern ACTOR = Pattern.compile("actor:(.*)#.*");

    private final BundleContent content;
    private final Words words;
    private final RecordedEvent event;
    private final Map<?, ?> data;
    private final Map<String, String> opened;

    EventText(RecordedEvent event, BundleContent content, Words words) {
        this.event = event;
        this.content = content;
        this.words = words;
        this.data = Json.parse(event.payload()) instanceof Map<?, ?> members ? members : Map.of();
        this.opened = content.opened().getOrDefault(event.position(), List.of()).stream()
                .collect(Collectors.toMap(OpenedField::field, OpenedField::value));
    }

    String heading() {
        return "№ " + event.sequence() + "  " + words.of("kind", event.type()) + "  ("
                + words.get("entry", Long.toString(event.position())) + ")";
    }

    /** Paragraphs below the heading. */
    List<String> paragraphs() {
        List<String> said = new ArrayList<>();
        said.add(words.get("occurred", shown("occurredAt", data.get("occurredAt")), words.moment(event.recordedAt())));
        if (event.recordedAt().isAfter(content.request().asOf())) {
            said.add(words.get("after"));
        }
        Instant occurredAt = instant(data.get("occurredAt"));
        if (occurredAt != null && occurredAt.isAfter(content.request().asOf())) {
            said.add(words.get("later"));
        }
        if (data.get("corrects") instanceof Long corrected) {
            said.add(words.get("corrects", corrected.toString()));
        }
        if (data.get("finding") instanceof Map<?, ?> finding) {
            finding(finding, said);
        }
        Map<String, String> fields = new LinkedHashMap<>();
        data.forEach((name, value) -> {
            if (!SAID_ELSEWHERE.contains(name) && !(name.equals("finding") && value instanceof Map)) {
                flatten((String) name, labelled("", (String) name), (String) name, value, fields);
            }
        });
        said.add(joined(fields));
        said.add(source(String.valueOf(data.get("source"))));
        said.removeIf(String::isEmpty);
        return said;
    }

    private static String joined(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + ": " + field.getValue())
                .collect(Collectors.joining("; "));
    }

    private void finding(Map<?, ?> finding, List<String> said) {
        String rule = text(finding, "rule");
        said.add(words.get(
                "finding",
                rule,
                words.of("rule", rule),
                words.of("severity", text(finding, "severity")),
                text(finding, "id")));
        List<String> here = new ArrayList<>();
        List<String> elsewhere = new ArrayList<>();
        for (Map<?, ?> fact : maps(finding.get("facts"))) {
            if (event.stream().equals(fact.get("stream"))) {
                here.add(text(fact, "sequence"));
            } else {
                elsewhere.add(text(fact, "stream") + " № " + text(fact, "sequence"));
            }
        }
        addListed("restsOn", here, said);
        addListed("elsewhere", elsewhere, said);
        List<String> honest = new ArrayList<>();
        List<String> refuted = new ArrayList<>();
        for (Map<?, ?> considered : maps(finding.get("considered"))) {
            (Boolean.TRUE.equals(considered.get("applies")) ? honest : refuted)
                    .add(words.of("explanation", text(considered, "explanation")));
        }
        addListed("consideredSo", honest, said);
        addListed("consideredNot", refuted, said);
        Map<String, String> fields = new LinkedHashMap<>();
        flatten("exports", words.of("field", "exports"), "exports", finding.get("exports"), fields);
        if (finding.get("measures") instanceof Map<?, ?> measures) {
            measures.forEach(
                    (name, value) -> flatten((String) name, labelled("", (String) name), (String) name, value, fields));
        }
        said.add(joined(fields));
    }

    private void addListed(String key, List<String> listed, List<String> said) {
        if (!listed.isEmpty()) {
            said.add(words.get(key, String.join(", ", listed)));
        }
    }

    /**
     * @param path of the value in the event, by which opened fields are known
     * @param label what it is called here
     * @param name the last step of the path
     */
    private void flatten(String path, String label, String name, @Nullable Object value, Map<String, String> fields) {
        if (value instanceof Map<?, ?> members && members.containsKey("commitment")) {
            fields.put(label, opened.getOrDefault(path, words.get("withheld")));
        } else if (value instanceof Map<?, ?> members) {
            String above = HOLDERS.contains(name) ? "" : label;
            members.forEach((member, held) -> {
                // Which files a detector read is told with the receipts.
                if (!(name.equals("evidence") && (member.equals("files") || member.equals("version")))) {
                    flatten(path + "." + member, labelled(above, (String) member), (String) member, held, fields);
                }
            });
        } else if (value instanceof List<?> list && list.stream().noneMatch(Map.class::isInstance)) {
            if (!list.isEmpty()) {
                fields.put(label, list.stream().map(it -> shown(name, it)).collect(Collectors.joining(", ")));
            }
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                flatten(path + "[" + i + "]", label + " " + (i + 1), name, list.get(i), fields);
            }
        } else if (value != null) {
            fields.put(label, shown(name, value));
        }
    }

    private String labelled(String above, String name) {
        String own = words.of("field", name);
        return above.isEmpty() ? own : above + ", " + own;
    }

    private String shown(String name, @Nullable Object value) {
        if (value instanceof Boolean yes) {
            return words.get(yes ? "yes" : "no");
        }
        String text = String.valueOf(value);
        if (IN_TIYN.contains(name) && text.matches("-?\\d+")) {
            return words.money(Long.parseLong(text));
        }
        Instant moment = instant(text);
        if (moment != null) {
            return words.moment(moment);
        }
        if (DATE.matcher(text).matches()) {
            try {
                return words.day(LocalDate.parse(text));
            } catch (DateTimeException none) {
                return text;
            }
        }
        return words.of("value", text);
    }

    private static @Nullable Instant instant(@Nullable Object value) {
        if (!(value instanceof String text) || !TIME.matcher(text).matches()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException none) {
            return null;
        }
    }

    private String source(String source) {
        Matcher row = FILE_ROW.matcher(source);
        if (row.matches()) {
            SourceReceipt receipt = content.sources().get(row.group(1));
            String name = receipt == null || receipt.name().isEmpty() ? row.group(1) : receipt.name();
            String sender = receipt == null || receipt.sender().isEmpty() ? "?" : receipt.sender();
            return row.group(2).equals("0")
                    ? words.get("file", name, sender)
                    : words.get("row", row.group(2), name, sender);
        }
        Matcher actor = ACTOR.matcher(source);
        if (actor.matches()) {
            return words.get("actor", actor.group(1).replace("%23", "#").replace("%25", "%"));
        }
        return source.startsWith("rule:") ? words.get("rule", source.substring("rule:".length())) : "";
    }

    private static List<Map<?, ?>> maps(@Nullable Object list) {
        List<Map<?, ?>> maps = new ArrayList<>();
        if (list instanceof List<?> all) {
            for (Object it : all) {
                if (it instanceof Map<?, ?> map) {
                    maps.add(map);
                }
            }
        }
        return maps;
    }

    private static String text(Map<?, ?> members, String name) {
        return String.valueOf(members.get(name));
    }
}
