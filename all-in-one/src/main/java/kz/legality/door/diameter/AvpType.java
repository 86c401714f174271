package kz.legality.door.diameter;

/**
 * Which attribute a pair names.
 *
 * @param code its number
 * @param vendor whose number it is; 0: the IETF's
 * @param mandatory whether the M bit is set when it is sent
 */
public record AvpType(int code, int vendor, boolean mandatory) {
    public static final AvpType USER_NAME = base(1);
    public static final AvpType SESSION_ID = base(263);
    public static final AvpType ORIGIN_HOST = base(264);
    public static final AvpType RESULT_CODE = base(268);
    public static final AvpType AUTH_SESSION_STATE = base(277);
    public static final AvpType ORIGIN_REALM = base(296);
    public static final AvpType EXPERIMENTAL_RESULT = base(297);
    public static final AvpType EXPERIMENTAL_RESULT_CODE = base(298);
    public static final AvpType VENDOR_ID = base(266);
    public static final AvpType AUTH_APPLICATION_ID = base(258);
    public static final AvpType VENDOR_SPECIFIC_APPLICATION_ID = base(260);

    static final AvpType HOST_IP_ADDRESS = base(257);
    static final AvpType SUPPORTED_VENDOR_ID = base(265);
    static final AvpType PRODUCT_NAME = new AvpType(269, 0, false);
    static final AvpType DISCONNECT_CAUSE = base(273);
    public static final AvpType ORIGIN_STATE_ID = base(278);
    static final AvpType FAILED_AVP = base(279);
    static final AvpType ERROR_MESSAGE = new AvpType(281, 0, false);
    public static final AvpType ROUTE_RECORD = base(282);
    public static final AvpType DESTINATION_REALM = base(283);
    public static final AvpType PROXY_INFO = base(284);
    public static final AvpType DESTINATION_HOST = base(293);
    static final AvpType INBAND_SECURITY_ID = base(299);

    private static AvpType base(int code) {
        return new AvpType(code, 0, true);
    }
}
