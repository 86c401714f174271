package kz.legality.query.list;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import kz.legality.device.Standing;
import org.jspecify.annotations.Nullable;

/**
 * A subscriber beside an IMEI on a list. His numbers stand sealed in the event; here is only by what they are found.
 *
 * @param imei as printed, 15 digits
 * @param subscriber the pseudonym of his IMSI, 22 characters
 * @param operator whose subscriber he is; null where no registration and no network said so
 * @param event sequence in the IMEI's stream of the event that names IMSI and MSISDN
 * @param blockDate the day on which his phone is cut off, in the policy's zone; null on the list of exceptions
 * @param reasons why, without repetition; empty on the list of exceptions
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SubscriberEntry(
        String imei,
        String subscriber,
        @Nullable String operator,
        long event,
        @Nullable LocalDate blockDate,
        List<Standing.Code> reasons) {}
