package kz.legality.query.device;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.legality.device.DeviceEvent;
import kz.legality.device.Standing;
import kz.legality.identifier.Imei;
import kz.legality.policy.Policies;
import kz.legality.policy.Policy;
import org.jspecify.annotations.Nullable;

/**
 * The life of one IMEI as seen from a moment. What was not known then does not exist. What was known then to be
 * corrected or withdrawn does not count, not even for a time before the correction: the paper was wrong all along. What
 * happened after the moment does not count yet.
 */
final class Life {
    private final Imei imei;
    private final Moment moment;
    private final List<HistoryRow> known;
    private final Map<Long, Long> correctedBy = new HashMap<>();

    /** @param rows in the order of the stream, which is the order in which the ledger came to know, whatever a clock said */
    Life(Imei imei, Moment moment, List<HistoryRow> rows) {
        this.imei = imei;
        this.moment = moment;
        this.known =
                rows.stream().takeWhile(row -> moment.knew(row.recordedAt())).toList();
        for (HistoryRow row : known) {
            Long corrected = row.corrects();
            if (corrected != null) {
                correctedBy.put(corrected, row.sequence());
            }
        }
    }

    /** What had happened by then, as far as was known then; oldest first, what did not count included. */
    List<HistoryEvent> events() {
        return known.stream()
                .filter(row -> moment.sawHappen(row.occurredAt()))
                .map(row -> HistoryEvent.of(row, correction(row)))
                .toList();
    }

    /** All events known then, whenever they happen. */
    List<DeviceEvent> known(StoredDeviceEvents stored) {
        return known.stream().map(stored::read).toList();
    }

    private @Nullable Long correction(HistoryRow row) {
        return correctedBy.get(row.sequence());
    }

    /** Everything known then, whenever it happens; ends before a gap, as {@link DevicesView} does. */
    DeviceDocument facts(StoredDeviceEvents stored) {
        DeviceDocument facts = DeviceDocument.unseen(imei);
        for (HistoryRow row : known) {
            if (row.sequence() == facts.device().nextSequence()) {
                facts = facts.after(stored.read(row), row.recordedAt());
            }
        }
        return facts;
    }

    /** By the policy in force at the moment that is asked about. */
    Standing standing(DeviceDocument facts, Policies policies) {
        return Standing.at(imei, facts.device(), moment.policy(policies), moment.asOfOrEver());
    }

    /** All that was known then with where it stood by that, and since when it was known to stand there. */
    DeviceDocument document(StoredDeviceEvents stored, Policies policies) {
        Policy policy = moment.policy(policies);
        DeviceDocument facts = DeviceDocument.unseen(imei);
        for (HistoryRow row : known) {
            if (row.sequence() == facts.device().nextSequence()) {
                facts = facts.after(stored.read(row), row.recordedAt(), policy, moment.asOfOrEver());
            }
        }
        return facts;
    }
}
