package kz.legality.door.diameter;

/** The values of Result-Code that are sent (RFC 6733, section 7.1). */
public final class ResultCode {
    public static final int SUCCESS = 2001;
    public static final int TOO_BUSY = 3004;
    public static final int AVP_UNSUPPORTED = 5001;
    public static final int INVALID_AVP_VALUE = 5004;
    public static final int MISSING_AVP = 5005;

    static final int COMMAND_UNSUPPORTED = 3001;
    static final int UNABLE_TO_DELIVER = 3002;
    static final int REALM_NOT_SERVED = 3003;
    static final int APPLICATION_UNSUPPORTED = 3007;
    static final int INVALID_HDR_BITS = 3008;
    static final int UNKNOWN_PEER = 3010;
    static final int AVP_OCCURS_TOO_MANY_TIMES = 5009;
    static final int NO_COMMON_APPLICATION = 5010;
    static final int UNABLE_TO_COMPLY = 5012;
    static final int INVALID_AVP_LENGTH = 5014;
    static final int NO_COMMON_SECURITY = 5017;

    private ResultCode() {}

    /** Errors of the protocol are told by the E bit, and in a form of their own. */
    static boolean isProtocolError(int code) {
        return code / 1000 == 3;
    }
}
