package kz.legality.device;

/** The list an IMEI stands on; UNKNOWN stands on none. */
public enum ListStatus {
    WHITE,
    GREY,
    BLACK,
    UNKNOWN
}
