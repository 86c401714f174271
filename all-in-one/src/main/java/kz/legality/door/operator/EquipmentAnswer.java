package kz.legality.door.operator;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import kz.legality.policy.NetworkTerms;

/**
 * One of the few answers an equipment check has (3GPP TS 29.511, 5.2.2.2 and 6.1.7), whole as it is sent.
 *
 * @param body JSON in UTF-8; shared, so nobody writes into it
 */
@SuppressWarnings("ArrayRecordComponent") // four constants, compared by identity only
record EquipmentAnswer(int status, String type, byte[] body) {
    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";

    static final EquipmentAnswer WHITELISTED = status("WHITELISTED");
    static final EquipmentAnswer GREYLISTED = status("GREYLISTED");
    static final EquipmentAnswer BLACKLISTED = status("BLACKLISTED");
    static final EquipmentAnswer UNKNOWN =
            problem(404, "Not Found", "ERROR_EQUIPMENT_UNKNOWN", "this register does not know the equipment");
    static final EquipmentAnswer NO_PEI = problem(
            400, "Bad Request", "MANDATORY_QUERY_PARAM_MISSING", "pei is missing: imei- and 15 digits, imeisv- and 16");
    static final EquipmentAnswer BAD_PEI = problem(
            400,
            "Bad Request",
            "MANDATORY_QUERY_PARAM_INCORRECT",
            "pei is not one: imei- and 15 digits, imeisv- and 16, mac- or eui- and an address");
    static final EquipmentAnswer BAD_SUBSCRIBER = problem(
            400,
            "Bad Request",
            "OPTIONAL_QUERY_PARAM_INCORRECT",
            "supi is imsi- and 5 to 15 digits, gpsi is msisdn- and 5 to 15 digits, supported-features is hexadecimal");
    static final EquipmentAnswer TOO_LONG =
            problem(414, "URI Too Long", "INVALID_QUERY_PARAM", "no question to this register is that long");
    static final EquipmentAnswer NOT_ACCEPTABLE =
            problem(406, "Not Acceptable", "UNSUPPORTED_MEDIA_TYPE", "the answer is application/json");
    static final EquipmentAnswer NOT_READY =
            problem(503, "Service Unavailable", "NF_CONGESTION", "the register is being loaded; ask again in a second");

    static EquipmentAnswer of(NetworkTerms.Told told) {
        return switch (told) {
            case WHITELISTED -> WHITELISTED;
            case GREYLISTED -> GREYLISTED;
            case BLACKLISTED -> BLACKLISTED;
            case NOT_KNOWN -> UNKNOWN;
        };
    }

    private static EquipmentAnswer status(String status) {
        return new EquipmentAnswer(200, JSON, ("{\"status\":\"" + status + "\"}").getBytes(StandardCharsets.UTF_8));
    }

    private static EquipmentAnswer problem(int status, String title, String cause, String detail) {
        String body = "{\"type\":\"urn:legality:refusal:"
                + cause.toLowerCase(Locale.ROOT).replace('_', '-')
                + "\",\"title\":\"" + title + "\",\"status\":" + status + ",\"detail\":\"" + detail
                + "\",\"cause\":\"" + cause + "\"}";
        return new EquipmentAnswer(status, PROBLEM, body.getBytes(StandardCharsets.UTF_8));
    }
}
