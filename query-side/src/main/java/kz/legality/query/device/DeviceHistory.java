package kz.legality.query.device;

import java.util.List;
import kz.legality.device.ListStatus;

/**
 * Everything recorded about one IMEI, as seen from a moment.
 *
 * @param imei as printed, 15 digits
 * @param events oldest first
 * @param incomplete true while an event of it could not be applied and waits; the status may then be wrong
 * @param position of the newest event the answer can know of; -1 before the first
 */
public record DeviceHistory(
        String imei, ListStatus status, List<HistoryEvent> events, boolean incomplete, long position) {}
