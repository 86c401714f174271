package kz.legality.door.answer;

import static kz.legality.door.answer.EventTexts.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** {@link EventTexts} of a device's life after its import and its registration. */
final class LifeTexts {
    private LifeTexts() {}

    static String of(String type, JsonNode data) {
        return switch (type) {
            case "LocallyManufactured" ->
                "by " + text(data, "manufacturer") + ", certificate " + text(data, "certificate") + ", "
                        + text(data, "brand") + " " + text(data, "model");
            case "WarrantyReturned" ->
                "from repair to " + text(data, "returnedTo") + ", document " + text(data, "repairDocument");
            case "DeviceDeregistered" -> "by " + owner(data.path("owner")) + ": " + text(data, "reason");
            case "OwnershipTransferred" ->
                "from " + owner(data.path("from")) + " to " + owner(data.path("to")) + ": " + text(data, "basis");
            case "ImeisPaired" ->
                "with IMEI " + text(data, "other") + ", shown by " + words(data, "evidence") + " "
                        + text(data, "reference") + "; the other stood on " + text(data, "otherStands");
            case "PairingUndone" -> "with IMEI " + text(data, "other") + ": " + text(data, "reason");
            case "AllowanceExceeded" ->
                "the declaration of event " + text(data, "declaration")
                        + " of this history is beyond what its person may" + " bring in without duty: "
                        + words(data, "bound");
            case "AllowanceRestored" ->
                "the declaration of event " + text(data, "declaration") + " of this history is within it after all";
            case "ImeiReplaced" ->
                ("NEW_BOARD".equals(text(data, "side"))
                                ? "this board took the place of IMEI "
                                : "by a board with IMEI ")
                        + text(data, "other") + ", service centre " + text(data, "serviceCentre") + ", document "
                        + text(data, "reference");
            case "ReportedStolen", "ReportedLost" ->
                "to " + text(data, "authority") + ", reference " + text(data, "reference");
            case "Recovered" ->
                text(data, "authority") + ": " + text(data, "reason") + ", reference " + text(data, "reference");
            case "Barred", "BarLifted" ->
                text(data, "list") + " by " + text(data, "authority") + ": " + text(data, "basis");
            case "Exempted", "ExemptionEnded" -> words(data, "exemption") + ": " + text(data, "basis");
            case "DeviceApproved" ->
                (data.path("provisional").asBoolean() ? "provisionally " : "") + "on the " + text(data, "list")
                        + " as device " + text(data, "device") + ": " + text(data, "brand") + " " + text(data, "model");
            case "SubscriberExcepted" -> "one subscriber keeps it, by the " + text(data, "list");
            case "PersonAssociated" -> "used by a person, by the " + text(data, "list");
            case "DeviceWatched" ->
                "by the " + text(data, "list") + (text(data, "note").isEmpty() ? "" : ": " + text(data, "note"));
            case "ListingEnded" -> "on the " + text(data, "list") + ", by " + text(data, "authority");
            case "LegalityChecked" ->
                "register " + words(data, "register") + " answered " + words(data, "result") + ", "
                        + text(data, "evidenceRef");
            case "CloneResolved" ->
                "the genuine device is known: " + text(data, "evidence") + "; " + text(data, "authority")
                        + ", reference " + text(data, "reference");
            case "AppealFiled" ->
                words(data, "kind") + " " + text(data, "number") + " against event " + text(data, "against")
                        + " of this history: " + text(data, "grounds");
            case "AppealDecided" ->
                "appeal " + text(data, "number") + " " + words(data, "outcome") + " by " + text(data, "decidedBy")
                        + ": " + text(data, "reasoning");
            case "BindingConflictDetected" ->
                "registration of event " + text(data, "registration") + " while event " + text(data, "against")
                        + " of this history stood for another owner";
            default -> "";
        };
    }

    private static String owner(JsonNode owner) {
        return owner.hasNonNull("company") ? "company " + owner.path("company").asText() : "a person";
    }

    /** A stable name as words. */
    private static String words(JsonNode data, String field) {
        return text(data, field).toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
