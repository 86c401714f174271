package kz.legality.door.answer;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;

/** What an event says, on one line. Personal fields stay sealed: neither a terminal nor an auditor's page is a court. */
public final class EventTexts {
    private EventTexts() {}

    public static String of(JsonNode event) {
        JsonNode data = event.path("data");
        String what = switch (event.path("type").asText()) {
            case "DeviceImported" ->
                "declaration " + text(data, "declaration") + " item " + text(data, "item") + ", procedure "
                        + text(data, "procedure") + ", importer " + text(data, "importer") + ", "
                        + text(data, "brand") + " " + text(data, "model") + ", value "
                        + tenge(data, "unitValue") + ", VAT " + tenge(data, "unitVat")
                        + (data.hasNonNull("releasedAt") ? "" : ", not released");
            case "DeviceDeclared" ->
                "declaration " + text(data, "declaration") + " by a person, " + text(data, "brand") + " "
                        + text(data, "model") + ", value " + tenge(data, "unitValue")
                        + (data.path("dutyPaid").asLong() > 0 ? ", duty paid " + tenge(data, "dutyPaid") : "");
            case "DeviceRegistered" ->
                "with " + text(data, "operator") + " to "
                        + (data.path("owner").hasNonNull("company")
                                ? "company "
                                        + data.path("owner").path("company").asText()
                                : "a person");
            case "DeviceExported" ->
                "declaration " + text(data, "declaration") + " item " + text(data, "item") + ", procedure "
                        + text(data, "procedure") + ", exporter " + text(data, "exporter") + " to "
                        + text(data, "destination") + ", value " + tenge(data, "unitValue")
                        + (data.hasNonNull("exitedAt") ? "" : ", not seen at the border");
            case "CloneDetected" -> text(data, "subscribers") + " subscribers: " + text(data, "evidence");
            case "SeenOnNetwork" ->
                seen(text(data, "occasion")) + " by " + text(data, "operator") + " on " + text(data, "daysSeen")
                        + " days from " + text(data, "firstSeen") + " to " + text(data, "lastSeen")
                        + (data.path("homeSubscriber").asBoolean() ? "" : ", with a foreign line");
            case "PatternObserved" ->
                text(data, "kind") + " from " + text(data, "from") + " to " + text(data, "to") + ", measured "
                        + thousandths(data, "measuredThousandths") + ", limit "
                        + thousandths(data, "limitThousandths");
            case "FindingRaised", "ItemFindingRaised" ->
                "rule " + text(data.path("finding"), "rule") + ", " + text(data.path("finding"), "severity")
                        + ", finding " + text(data.path("finding"), "id");
            case "FindingWithdrawn", "ItemFindingWithdrawn" ->
                "finding " + text(data, "finding") + ": the facts no longer say so";
            case "FindingDisposed", "ItemFindingDisposed" ->
                "finding " + text(data, "finding") + " " + text(data, "disposition") + " by " + text(data, "by") + ": "
                        + text(data, "reason");
            case "RefundClaimed" ->
                "claim " + text(data, "claim") + " of company " + text(data, "claimant") + " for "
                        + text(data, "period")
                        + ": VAT " + tenge(data, "vat") + " for declaration " + text(data, "declaration") + " item "
                        + text(data, "item")
                        + (data.hasNonNull("replaces") ? ", in place of claim " + text(data, "replaces") : "");
            case "DeviceBlocked" -> ground(data.path("ground"));
            case "DeviceUnblocked" ->
                "block of event " + text(data, "lifts") + " (in this history) lifted by " + text(data, "authority")
                        + ": " + text(data, "reason");
            case "FactWithdrawn" -> text(data, "reason");
            case "GreyTermStarted" -> "until " + when(data.path("deadline"));
            case "Grandfathered" -> "in use before the rules came into force";
            default -> LifeTexts.of(event.path("type").asText(), data);
        };
        return event.hasNonNull("corrects")
                ? what + " (corrects event " + text(event, "corrects") + " of this history)"
                : what;
    }

    private static String ground(JsonNode ground) {
        if (ground.hasNonNull("place")) {
            return "in " + text(ground, "place") + " by order of " + text(ground, "authority") + ": "
                    + text(ground, "basis") + ", reference " + text(ground, "reference");
        }
        return ground.hasNonNull("authority")
                ? "by order of " + text(ground, "authority") + ": " + text(ground, "reason") + ", reference "
                        + text(ground, "reference")
                : "legality was not proven by " + when(ground.path("deadline"));
    }

    private static String when(JsonNode instant) {
        return AlmatyTime.minute(Instant.parse(instant.asText()));
    }

    private static String seen(String occasion) {
        return occasion.toLowerCase(Locale.ROOT).replace('_', ' ') + ": seen";
    }

    private static String thousandths(JsonNode data, String field) {
        return BigDecimal.valueOf(data.path(field).asLong(), 3)
                .stripTrailingZeros()
                .toPlainString();
    }

    static String text(JsonNode data, String field) {
        return data.path(field).asText("");
    }

    /** Tiyn as tenge. */
    private static String tenge(JsonNode data, String field) {
        long tiyn = data.path(field).asLong();
        return String.format(Locale.ROOT, "%,d.%02d KZT", tiyn / 100, tiyn % 100);
    }
}
