package kz.legality.cli;

import kz.legality.device.Standing;

/** The reasons of a standing as sentences. */
final class ReasonTexts {
    private ReasonTexts() {}

    static String of(String code) {
        return switch (Standing.Code.valueOf(code)) {
            case BLOCKED_BY_ORDER -> "blocked by order of an authority";
            case BLOCKED_IN_PLACE -> "blocked within a place by order of an authority";
            case REPORTED_STOLEN -> "reported as stolen";
            case REPORTED_LOST -> "reported as lost";
            case BARRED -> "on a list of devices that must not be served";
            case CLONE_RESOLVED -> "a copy: the genuine device is known, and its subscriber stays connected";
            case GREY_TERM_EXPIRED -> "legality was not proven within the term";
            case CLONE_DETECTED -> "several devices were found to carry this IMEI";
            case COMMERCIAL_IMPORT -> "imported and released for the home market";
            case PERSONAL_DECLARATION -> "declared by a person at the border";
            case PARCEL_DECLARATION -> "declared by a person for a parcel";
            case LOCAL_MANUFACTURE -> "made in the country";
            case WARRANTY_RETURN -> "came back from repair, and was lawful before it left";
            case WARRANTY_REPLACEMENT -> "its board replaces a lawful one";
            case PAIRED_IMEI -> "the other IMEI of the same device is lawful";
            case CONFIRMED_APPEAL -> "found lawful on appeal";
            case EXEMPT -> "outside the rules: a roamer, or a machine";
            case BINDING_CONFLICT -> "registered by more than one owner";
            case IMEI_REPLACED -> "its board was taken out of its device";
            case NOT_LAWFUL_BEFORE_REPAIR -> "came back from repair, and was not lawful before it left";
            case PAIRED_IMEI_NOT_LAWFUL -> "the other IMEI of the same device is not lawful";
            case REPLACED_IMEI_NOT_LAWFUL -> "its board replaces one that was not lawful";
            case APPROVED_LIST -> "on the register of approved devices";
            case NOT_APPROVED -> "not, or no longer, on the register of approved devices";
            case GRANDFATHERED -> "in use before the rules came into force";
            case GREY_TERM_RUNNING -> "registered, and its legality not yet proven";
            case EXPORTED -> "recorded by customs as exported";
            case NOT_RELEASED -> "declared for import, and not released";
            case BEYOND_ALLOWANCE -> "declared by a person, beyond what he may bring in without duty";
            case NOT_FOR_THE_HOME_MARKET -> "entered under a procedure that does not release it for the home market";
            case TEST_IMEI -> "a test IMEI, which no sold device may carry";
            case NO_ORIGIN -> "nothing shows how it came into the country";
            case NO_RECORD -> "nothing is recorded of it";
        };
    }
}
