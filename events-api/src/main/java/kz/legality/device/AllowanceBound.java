package kz.legality.device;

/** What a person may bring in for himself undeclared, and a device may be beyond ({@code personalImport}; F18). */
public enum AllowanceBound {
    /** So many devices within a year, or whatever the policy's window is. */
    DEVICES_OF_THE_YEAR,
    /** So many devices under one tracking number. */
    DEVICES_OF_THE_PARCEL,
    /** So much value within a year. */
    VALUE_OF_THE_YEAR
}
