package kz.legality.query.device;

import java.util.Comparator;
import java.util.List;
import kz.legality.device.ListStatus;

/**
 * A device with all its IMEIs, which has one status (F1): the worst of theirs. One slot that is barred bars the phone,
 * and a phone is cleared when each of its IMEIs is.
 *
 * @param status the worst
 * @param imeis each by its own record, in ascending order
 */
public record WholeDevice(ListStatus status, List<Slot> imeis) {
    /** Best first. Of an IMEI nobody registered nothing was promised or refused. */
    private static final List<ListStatus> WORSE_AND_WORSE =
            List.of(ListStatus.WHITE, ListStatus.UNKNOWN, ListStatus.GREY, ListStatus.BLACK);

    /**
     * One of its IMEIs.
     *
     * @param imei as printed, 15 digits
     */
    public record Slot(String imei, ListStatus status) {}

    static WholeDevice of(List<Slot> slots) {
        ListStatus worst = slots.stream()
                .map(Slot::status)
                .max(Comparator.comparingInt(WORSE_AND_WORSE::indexOf))
                .orElseThrow();
        return new WholeDevice(
                worst, slots.stream().sorted(Comparator.comparing(Slot::imei)).toList());
    }
}
