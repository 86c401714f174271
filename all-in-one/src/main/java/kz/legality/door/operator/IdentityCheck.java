package kz.legality.door.operator;

import java.util.List;
import java.util.regex.Pattern;
import kz.legality.door.diameter.Avp;
import kz.legality.door.diameter.AvpType;
import kz.legality.door.diameter.Avps;
import kz.legality.door.diameter.DiameterApplication;
import kz.legality.door.diameter.DiameterRefusal;
import kz.legality.door.diameter.ResultCode;
import kz.legality.identifier.Imei;
import kz.legality.identifier.Imsi;
import kz.legality.policy.NetworkTerms;
import org.jspecify.annotations.Nullable;

/** ME-Identity-Check of 3GPP TS 29.272 (sections 6.2.1.1 and 7.2.19), answered by the very checks of N5g-eir. */
final class IdentityCheck implements DiameterApplication {
    private static final int S13 = 16_777_252;
    private static final int ME_IDENTITY_CHECK = 324;
    private static final int VENDOR_3GPP = 10_415;

    private static final int NO_STATE_MAINTAINED = 1;
    private static final int EQUIPMENT_UNKNOWN = 5422;

    private static final int WHITE = 0;
    private static final int BLACK = 1;
    private static final int GREY = 2;

    private static final AvpType TERMINAL_INFORMATION = new AvpType(1401, VENDOR_3GPP, true);
    private static final AvpType IMEI = new AvpType(1402, VENDOR_3GPP, true);
    private static final AvpType SOFTWARE_VERSION = new AvpType(1403, VENDOR_3GPP, true);
    private static final AvpType EQUIPMENT_STATUS = new AvpType(1445, VENDOR_3GPP, true);
    private static final AvpType MEID = new AvpType(1471, VENDOR_3GPP, true);
    private static final AvpType SUPPORTED_FEATURES = new AvpType(628, VENDOR_3GPP, false);

    private static final Pattern DIGITS = Pattern.compile("[0-9]{14,15}");
    private static final Pattern SUBSCRIBER = Pattern.compile("[0-9]{6,15}");

    private static final List<AvpType> UNDERSTOOD = List.of(
            AvpType.SESSION_ID,
            AvpType.VENDOR_SPECIFIC_APPLICATION_ID,
            AvpType.AUTH_SESSION_STATE,
            AvpType.ORIGIN_HOST,
            AvpType.ORIGIN_REALM,
            AvpType.ORIGIN_STATE_ID,
            AvpType.DESTINATION_HOST,
            AvpType.DESTINATION_REALM,
            AvpType.USER_NAME,
            AvpType.PROXY_INFO,
            AvpType.ROUTE_RECORD,
            SUPPORTED_FEATURES,
            TERMINAL_INFORMATION);
    private static final List<AvpType> UNDERSTOOD_OF_TERMINAL = List.of(IMEI, MEID, SOFTWARE_VERSION);

    private static final List<Avp> FRAME = List.of(
            Avp.of(
                    AvpType.VENDOR_SPECIFIC_APPLICATION_ID,
                    Avp.of(AvpType.VENDOR_ID, VENDOR_3GPP),
                    Avp.of(AvpType.AUTH_APPLICATION_ID, S13)),
            Avp.of(AvpType.AUTH_SESSION_STATE, NO_STATE_MAINTAINED));

    private final EquipmentChecks checks;

    IdentityCheck(EquipmentChecks checks) {
        this.checks = checks;
    }

    @Override
    public int id() {
        return S13;
    }

    @Override
    public int vendor() {
        return VENDOR_3GPP;
    }

    @Override
    public int command() {
        return ME_IDENTITY_CHECK;
    }

    @Override
    public List<Avp> frame() {
        return FRAME;
    }

    @Override
    public List<Avp> answer(Avps asked) throws DiameterRefusal {
        asked.required(Avp.of(AvpType.AUTH_SESSION_STATE, 0));
        asked.requireUnderstood(UNDERSTOOD);
        Avp example = Avp.of(IMEI, "0".repeat(Imei.KEY_DIGITS));
        Avp group = asked.required(Avp.of(TERMINAL_INFORMATION, example));
        Avps terminal = new Avps(group.parts());
        terminal.requireUnderstood(UNDERSTOOD_OF_TERMINAL);
        Imsi imsi = subscriber(asked.find(AvpType.USER_NAME));
        Avp imei = terminal.find(IMEI);
        if (imei == null) {
            if (terminal.find(MEID) != null) {
                // What has no IMEI is in no register of phones.
                return told(NetworkTerms.Told.NOT_KNOWN);
            }
            throw new DiameterRefusal(
                    ResultCode.MISSING_AVP,
                    "Terminal-Information names no IMEI",
                    Avp.of(TERMINAL_INFORMATION, example));
        }
        if (!DIGITS.matcher(imei.text()).matches()) {
            throw new DiameterRefusal(ResultCode.INVALID_AVP_VALUE, "an IMEI has 14 or 15 digits here", group);
        }
        NetworkTerms.Told told = checks.told(Long.parseLong(imei.text().substring(0, Imei.KEY_DIGITS)), imsi);
        if (told == null) {
            throw DiameterRefusal.of(ResultCode.TOO_BUSY, "the register is being loaded; ask again in a second");
        }
        return told(told);
    }

    private static @Nullable Imsi subscriber(@Nullable Avp name) throws DiameterRefusal {
        if (name == null) {
            return null;
        }
        if (!SUBSCRIBER.matcher(name.text()).matches()) {
            throw new DiameterRefusal(ResultCode.INVALID_AVP_VALUE, "User-Name is an IMSI, 6 to 15 digits", name);
        }
        return new Imsi(name.text());
    }

    private static List<Avp> told(NetworkTerms.Told told) {
        return switch (told) {
            case WHITELISTED -> status(WHITE);
            case BLACKLISTED -> status(BLACK);
            case GREYLISTED -> status(GREY);
            case NOT_KNOWN ->
                List.of(Avp.of(
                        AvpType.EXPERIMENTAL_RESULT,
                        Avp.of(AvpType.VENDOR_ID, VENDOR_3GPP),
                        Avp.of(AvpType.EXPERIMENTAL_RESULT_CODE, EQUIPMENT_UNKNOWN)));
        };
    }

    private static List<Avp> status(int status) {
        return List.of(Avp.of(AvpType.RESULT_CODE, ResultCode.SUCCESS), Avp.of(EQUIPMENT_STATUS, status));
    }
}
