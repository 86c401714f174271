package kz.legality.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.StringJoiner;

/** Claims and findings as a person reads them on a terminal. */
final class ClaimTexts {
    private ClaimTexts() {}

    static String heading() {
        return String.format(
                Locale.ROOT,
                "%-20s %-12s %-10s %20s %20s %8s  %-8s %s%n",
                "claim",
                "claimant",
                "period",
                "VAT at risk, KZT",
                "VAT claimed, KZT",
                "phones",
                "gravest",
                "found");
    }

    static String line(JsonNode claim) {
        return String.format(
                Locale.ROOT,
                "%-20s %-12s %-10s %20s %20s %8s  %-8s %s%s%n",
                claim.path("claim").asText(),
                claim.path("claimant").asText(),
                claim.path("period").asText(),
                tenge(claim.path("vatAtRisk").asLong()),
                tenge(claim.path("vatClaimed").asLong()),
                claim.path("devices").isArray()
                        ? claim.path("devices").size()
                        : claim.path("devices").asInt(),
                claim.path("severity").asText("-").replace("null", "-"),
                counts(claim.path("byFinding")),
                claim.hasNonNull("replacedBy")
                        ? "replaced by " + claim.path("replacedBy").asText()
                        : "");
    }

    static String whole(JsonNode claim) {
        StringBuilder text = new StringBuilder(heading()).append(line(claim)).append('\n');
        claim.path("devices").forEach(device -> text.append(device(device)));
        return text.toString();
    }

    /** A phone of a claim, what is thought of it, and what was found of it. */
    static String device(JsonNode device) {
        StringJoiner found = new StringJoiner("; ");
        for (JsonNode finding : device.path("findings")) {
            found.add(finding.path("rule").asText() + " "
                    + finding.path("severity").asText() + " "
                    + finding.path("state").asText() + " on events " + finding.path("facts"));
        }
        return String.format(
                Locale.ROOT,
                "  %-16s %-20s %16s  %s%n",
                device.path("imei").asText(),
                device.path("verdict").asText(),
                tenge(device.path("vatAtRisk").asLong()),
                found);
    }

    static String finding(JsonNode finding) {
        return String.format(
                Locale.ROOT,
                "%s  %-4s %-8s %-9s %s%s%s  on events %s%n",
                finding.path("id").asText(),
                finding.path("rule").asText(),
                finding.path("severity").asText(),
                finding.path("state").asText(),
                finding.hasNonNull("imei")
                        ? "IMEI " + finding.path("imei").asText()
                        : "item " + finding.path("item").asText(),
                finding.hasNonNull("declaration")
                        ? ", declaration " + finding.path("declaration").asText()
                        : "",
                finding.path("vatAtRisk").asLong() > 0
                        ? ", VAT at risk " + tenge(finding.path("vatAtRisk").asLong()) + " KZT"
                        : "",
                finding.path("facts"));
    }

    private static String counts(JsonNode byFinding) {
        StringJoiner counts = new StringJoiner(" ");
        byFinding.properties().forEach(it -> counts.add(it.getKey() + "=" + it.getValue()));
        return counts.toString();
    }

    static String tenge(long tiyn) {
        return String.format(Locale.ROOT, "%,d.%02d", tiyn / 100, tiyn % 100);
    }
}
