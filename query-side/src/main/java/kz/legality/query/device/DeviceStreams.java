package kz.legality.query.device;

import kz.legality.identifier.Imei;

/** Tells the streams of devices from others by their names. */
public final class DeviceStreams {
    private DeviceStreams() {}

    public static boolean isOne(String stream) {
        if (stream.length() != Imei.KEY_DIGITS) {
            return false;
        }
        for (int i = 0; i < stream.length(); i++) {
            char c = stream.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
        }
        return true;
    }
}
