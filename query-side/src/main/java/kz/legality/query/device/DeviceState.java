package kz.legality.query.device;

import java.time.Instant;
import java.util.List;
import kz.legality.device.ListStatus;
import kz.legality.device.Standing;
import org.jspecify.annotations.Nullable;

/**
 * Where one IMEI stands at a moment.
 *
 * @param imei as printed, 15 digits
 * @param deadline until when legality can be proven; null where no term runs
 * @param brand as last declared, else as in the catalogue of type allocation codes; null where neither says
 * @param marketingName as in the catalogue
 * @param siblings the other IMEIs of the same device, as printed
 * @param device this IMEI and its siblings, at the same moment
 * @param owner of the latest registration
 * @param incomplete true while an event of it could not be applied and waits; the answer may then be wrong
 * @param position of the newest event the answer can know of; -1 before the first
 */
public record DeviceState(
        String imei,
        ListStatus status,
        List<GivenReason> reasons,
        @Nullable Instant deadline,
        @Nullable String brand,
        @Nullable String model,
        @Nullable String marketingName,
        List<String> siblings,
        WholeDevice device,
        @Nullable RegisteredOwner owner,
        boolean incomplete,
        long position) {

    /**
     * One reason with the event that gives it; the event's fields are null where the reason is the absence of one.
     *
     * @param eventPosition its place among all events
     */
    public record GivenReason(
            Standing.Code code,
            @Nullable Long eventPosition,
            @Nullable Long sequence,
            @Nullable EventSource source,
            String policyVersion) {}
}
