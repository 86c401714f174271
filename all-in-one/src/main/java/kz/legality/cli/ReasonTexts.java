package kz.legality.cli;

import kz.legality.device.Standing;

/** The reasons of a standing as sentences. */
final class ReasonTexts {
    private ReasonTexts() {}

    static String of(String code) {
        return switch (Standing.Code.valueOf(code)) {
            case BLOCKED_BY_ORDER -> "blocked by order of an authority";
            case GREY_TERM_EXPIRED -> "legality was not proven within the term";
            case CLONE_DETECTED -> "several devices were found to carry this IMEI";
            case COMMERCIAL_IMPORT -> "imported and released for the home market";
            case PERSONAL_DECLARATION -> "declared by a person at the border";
            case GRANDFATHERED -> "in use before the rules came into force";
            case GREY_TERM_RUNNING -> "registered, and its legality not yet proven";
            case EXPORTED -> "recorded by customs as exported";
            case NOT_RELEASED -> "declared for import, and not released";
            case NOT_FOR_THE_HOME_MARKET -> "entered under a procedure that does not release it for the home market";
            case TEST_IMEI -> "a test IMEI, which no sold device may carry";
            case NO_ORIGIN -> "nothing shows how it came into the country";
            case NO_RECORD -> "nothing is recorded of it";
        };
    }
}
