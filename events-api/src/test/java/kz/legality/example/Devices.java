package kz.legality.example;

import kz.legality.identifier.Imei;

/** IMEIs with true check digits. */
public final class Devices {
    /** A phone: its 14 digits give the check digit 8. */
    public static final Imei PHONE = Imei.declared("490154203237518");

    /** Another phone, with the check digit 3. */
    public static final Imei OTHER_PHONE = Imei.declared("353287060000003");

    /** Carries the TAC of {@link #OTHER_PHONE} and the serial number after it, as the second slot of one device does. */
    public static final Imei OTHER_PHONE_SECOND_SLOT = Imei.declared("353287060000011");

    /** A phone numbered by TAF, with the check digit 4. */
    public static final Imei TAF_PHONE = Imei.declared("860123456789014");

    /** Its leading zero counts. */
    public static final Imei PTCRB_PHONE = Imei.declared("011245001234564");

    /** Made for tests of networks: never lawful in commerce. */
    public static final Imei TEST_PHONE = Imei.declared("001017123456785");

    private Devices() {}
}
