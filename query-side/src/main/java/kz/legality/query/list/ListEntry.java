package kz.legality.query.list;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import kz.legality.device.ListStatus;
import kz.legality.device.Standing;
import kz.legality.query.device.DeviceDocument;
import org.jspecify.annotations.Nullable;

/**
 * One IMEI on a list.
 *
 * @param imei as printed, 15 digits
 * @param since when the event that put it there was recorded
 * @param deadline until when legality can be proven; null where no term runs
 * @param reasons without repetition, in the order of their weight
 * @param blockDate the day the earliest standing block began, in the policy's zone; null when none stands
 */
public record ListEntry(
        String imei,
        ListStatus status,
        Instant since,
        @Nullable Instant deadline,
        List<Standing.Code> reasons,
        @Nullable LocalDate blockDate) {
    static ListEntry of(DeviceDocument device, ZoneId zone, Instant asOf) {
        return new ListEntry(
                device.imei(),
                device.status(),
                device.since(),
                device.deadline(),
                device.reasons().stream().map(Standing.Reason::code).distinct().toList(),
                device.blockedSince(asOf)
                        .map(since -> since.atZone(zone).toLocalDate())
                        .orElse(null));
    }
}
