package kz.legality.query.policy;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import kz.legality.device.ListStatus;
import kz.legality.policy.Policy;
import kz.legality.query.device.DeviceDocument;
import kz.legality.query.device.DevicesView;
import kz.legality.query.store.ReadStore;
import kz.legality.query.store.Selection;

/**
 * How many devices would change list if a policy were in force: each device that is known is judged by it, by the same
 * function that judges it when the policy was activated. Nothing is written.
 */
public final class DryRun {
    private static final long PROGRESS_DEVICES = 10_000;

    /**
     * @param devices that were judged
     * @param changing how many of them would stand on another list
     * @param changes from where to where, none that is zero
     * @param position the last event the views knew when it began
     */
    public record Report(String version, long devices, long changing, List<Change> changes, long position) {}

    /** So many devices would move. */
    public record Change(ListStatus from, ListStatus to, long devices) {}

    private final ReadStore store;
    private final LongSupplier position;

    public DryRun(ReadStore store, LongSupplier position) {
        this.store = store;
        this.position = position;
    }

    /** @param progress hears how many devices were judged */
    public Report of(Policy candidate, LongConsumer progress) {
        long seen = position.getAsLong();
        Map<ListStatus, Map<ListStatus, Long>> moves = new EnumMap<>(ListStatus.class);
        long[] devices = {0};
        store.scan(Selection.all(DevicesView.NAME), document -> {
            DeviceDocument device = DevicesView.of(document);
            ListStatus to = device.judgedBy(candidate).status();
            if (to != device.status()) {
                moves.computeIfAbsent(device.status(), none -> new EnumMap<>(ListStatus.class))
                        .merge(to, 1L, Long::sum);
            }
            if (++devices[0] % PROGRESS_DEVICES == 0) {
                progress.accept(devices[0]);
            }
        });
        List<Change> changes = moves.entrySet().stream()
                .flatMap(from -> from.getValue().entrySet().stream()
                        .map(to -> new Change(from.getKey(), to.getKey(), to.getValue())))
                .toList();
        long changing = changes.stream().mapToLong(Change::devices).sum();
        return new Report(candidate.version(), devices[0], changing, changes, seen);
    }
}
