package kz.legality.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Locale;
import kz.legality.door.answer.AlmatyTime;
import kz.legality.door.answer.AnswerJson;
import kz.legality.door.answer.EventTexts;

/** Answers as a person reads them on a terminal. */
final class Printing {

    private Printing() {}

    static String line(JsonNode node) {
        return node + "\n";
    }

    static String pretty(JsonNode node) {
        return AnswerJson.pretty(node) + "\n";
    }

    static String receipt(JsonNode receipt) {
        StringBuilder text = new StringBuilder();
        text.append(receipt.path("file").asText())
                .append(" (")
                .append(receipt.path("kind").asText())
                .append("): ");
        if (receipt.hasNonNull("refusal")) {
            return text.append("REFUSED: ")
                    .append(receipt.path("refusal").asText())
                    .append('\n')
                    .toString();
        }
        text.append(String.format(
                Locale.ROOT,
                "%,d rows, %,d accepted, %,d quarantined, %,d events",
                receipt.path("rows").asLong(),
                receipt.path("accepted").asLong(),
                receipt.path("quarantined").asLong(),
                receipt.path("events").asLong()));
        if (receipt.path("repeated").asBoolean()) {
            text.append("; was received before, nothing is recorded twice");
        }
        return text.append('\n').toString();
    }

    static String standing(JsonNode device) {
        StringBuilder text = new StringBuilder();
        text.append("IMEI ").append(device.path("imei").asText());
        String model =
                (device.path("brand").asText("") + " " + device.path("model").asText("")).strip();
        if (!model.isEmpty()) {
            text.append("  ").append(model);
            if (device.hasNonNull("marketingName")) {
                text.append(" (").append(device.path("marketingName").asText()).append(')');
            }
        }
        text.append("\n").append(device.path("status").asText());
        if (device.hasNonNull("deadline")) {
            text.append(", to be proven lawful until ").append(when(device.path("deadline")));
        }
        text.append('\n');
        for (JsonNode reason : device.path("reasons")) {
            text.append("  ").append(ReasonTexts.of(reason.path("code").asText()));
            if (reason.hasNonNull("position")) {
                text.append("  [event ")
                        .append(reason.path("position").asText())
                        .append(source(reason))
                        .append(']');
            }
            text.append('\n');
        }
        for (JsonNode sibling : device.path("siblings")) {
            text.append("  also has IMEI ")
                    .append(
                            sibling.isTextual()
                                    ? sibling.asText()
                                    : sibling.path("imei").asText());
            text.append('\n');
        }
        if (device.path("device").path("imeis").size() > 1) {
            text.append("  the device as a whole: ")
                    .append(device.path("device").path("status").asText())
                    .append('\n');
        }
        return text.toString();
    }

    static String history(JsonNode history) {
        StringBuilder text = new StringBuilder();
        text.append("IMEI ").append(history.path("imei").asText()).append("  ");
        text.append(history.path("status").asText()).append('\n');
        if (history.path("events").isEmpty()) {
            return text.append("  nothing is recorded of this device\n").toString();
        }
        for (JsonNode event : history.path("events")) {
            text.append(String.format(
                    Locale.ROOT,
                    "  %s  %-16s %s%n",
                    when(event.path("occurredAt")),
                    event.path("type").asText(),
                    EventTexts.of(event)));
            text.append(String.format(
                    Locale.ROOT,
                    "  %16s  event %s, recorded %s%s%n",
                    "",
                    event.path("position").asText(),
                    when(event.path("recordedAt")),
                    source(event)));
        }
        return text.append("  (in the order in which it was recorded; times of Almaty; occurred at the left, recorded"
                        + " below)\n")
                .toString();
    }

    static String replayed(JsonNode report) {
        return String.format(
                Locale.ROOT,
                "%,d events replayed%s%n",
                report.path("events").asLong(),
                report.path("parked").asLong() > 0
                        ? ", " + report.path("parked").asLong() + " parked: they could not be applied"
                        : "");
    }

    static String archive(JsonNode found) {
        StringBuilder text = new StringBuilder();
        for (JsonNode damage : found.path("damages")) {
            text.append(damage.path("path").asText())
                    .append(' ')
                    .append(damage.path("what").asText())
                    .append(System.lineSeparator());
        }
        return text
                + String.format(
                        Locale.ROOT,
                        "%s: %,d files of the archive, %,d bytes, %d damaged%n",
                        found.path("sound").asBoolean() ? "sound" : "NOT SOUND",
                        found.path("parts").asLong(),
                        found.path("bytes").asLong(),
                        found.path("damages").size());
    }

    static String integrity(JsonNode report) {
        if (report.path("sound").asBoolean()) {
            return String.format(
                    Locale.ROOT,
                    "sound: %,d events, every checksum, position and stream agrees; %s%n",
                    report.path("events").asLong(),
                    report.hasNonNull("logEntries")
                            ? String.format(
                                    Locale.ROOT,
                                    "so do the log's %,d entries, its tiles, its checkpoint and every root ever published",
                                    report.path("logEntries").asLong())
                            : "no log was begun yet that could be compared with them");
        }
        String where = report.hasNonNull("firstBadPosition")
                ? "first bad position " + report.path("firstBadPosition").asLong() + ": "
                : "";
        return String.format(
                Locale.ROOT, "NOT SOUND: %s%s%n", where, report.path("fault").asText());
    }

    private static String source(JsonNode of) {
        JsonNode source = of.path("source");
        if (source.hasNonNull("file")) {
            return ", file " + source.path("file").asText().substring(0, 8) + " row "
                    + source.path("row").asText();
        }
        if (source.hasNonNull("actor")) {
            return ", by " + source.path("actor").asText();
        }
        return source.hasNonNull("rule") ? ", by rule " + source.path("rule").asText() : "";
    }

    static String when(JsonNode instant) {
        return AlmatyTime.minute(Instant.parse(instant.asText()));
    }
}
