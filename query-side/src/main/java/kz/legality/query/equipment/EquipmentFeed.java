package kz.legality.query.equipment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import kz.legality.query.device.DevicesView;
import kz.legality.query.device.StreamsSince;
import kz.legality.query.projection.CommitListener;
import kz.legality.query.projection.Projections;
import kz.legality.query.projection.ViewState;
import kz.legality.query.store.Change;
import kz.legality.query.store.Document;
import kz.legality.query.store.ReadStore;
import kz.legality.query.store.Selection;
import kz.legality.query.store.WriteBatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the equipment index as fresh as the view of devices: what the projector commits is in the index before the next
 * batch is begun.
 *
 * <p>The index is filled from its snapshot and the streams that have events since, or from every document. What is
 * committed meanwhile is noted and told to the new index before it takes its place, so nothing is missed whichever of
 * both comes first. While the view itself is made again from the first event the index stands still, since the documents
 * are of the past then; when the view is back where the index was, it is filled anew.
 */
public final class EquipmentFeed implements CommitListener {
    private static final Logger LOG = LoggerFactory.getLogger(EquipmentFeed.class);
    private static final int READ_AT_ONCE = 500;

    private final ReadStore store;
    private final Projections projections;
    private final StreamsSince streams;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile EquipmentIndex index = new EquipmentIndex(0);
    private volatile boolean filled;
    private volatile long position = -1;
    private @Nullable List<Equipment> missed;
    private boolean viewIsMadeAgain;
    private @Nullable Thread filling;

    public EquipmentFeed(ReadStore store, Projections projections, StreamsSince streams) {
        this.store = store;
        this.projections = projections;
        this.streams = streams;
    }

    /** The index as it is now; another one takes its place when it is filled anew, so it is asked for every time. */
    public EquipmentIndex index() {
        return index;
    }

    /** Whether every IMEI of the read store is in it. Until then no answer can be given. */
    public boolean isFilled() {
        return filled;
    }

    /** The last event the index knows; -1 before there is one. */
    public long position() {
        return position;
    }

    /**
     * Fills the index and keeps it fresh from now on; returns when it is filled. To be called before the projections
     * start.
     *
     * @param snapshot need not exist
     */
    public void start(Path snapshot) {
        projections.listen(this);
        fill(() -> EquipmentSnapshot.read(snapshot).filter(this::isOfThisStore));
    }

    /** Writes what a later {@link #start} begins with. */
    public void writeSnapshot(Path file) {
        if (filled) {
            // The position first: what is put meanwhile is looked at once more when the snapshot is read.
            long sure = position;
            new EquipmentSnapshot(store.identity(), revision(), sure, index).write(file);
        }
    }

    private boolean isOfThisStore(EquipmentSnapshot snapshot) {
        return snapshot.store().equals(store.identity())
                && snapshot.revision().equals(revision())
                && snapshot.position() <= projections.position();
    }

    private String revision() {
        return projections.states().stream()
                .filter(state -> state.view().equals(DevicesView.NAME))
                .map(ViewState::revision)
                .findFirst()
                .orElse("");
    }

    private interface Beginning {
        Optional<EquipmentSnapshot> find();
    }

    private void fill(Beginning beginning) {
        long began = System.nanoTime();
        long sure;
        lock.lock();
        try {
            missed = new ArrayList<>();
            sure = projections.position();
        } finally {
            lock.unlock();
        }
        EquipmentIndex fresh = beginning.find().map(this::caughtUp).orElseGet(this::ofEveryDocument);
        lock.lock();
        try {
            Objects.requireNonNull(missed, "noted since the filling began").forEach(fresh::put);
            missed = null;
            index = fresh;
            position = Math.max(position, sure);
            filled = true;
        } finally {
            lock.unlock();
        }
        LOG.debug("Equipment index: {} IMEIs after {} ms", fresh.size(), (System.nanoTime() - began) / 1_000_000);
    }

    private EquipmentIndex caughtUp(EquipmentSnapshot snapshot) {
        putTouched(snapshot.index(), snapshot.position());
        return snapshot.index();
    }

    private void putTouched(EquipmentIndex into, long since) {
        List<String> keys = List.copyOf(streams.devices(since).keySet());
        for (int i = 0; i < keys.size(); i += READ_AT_ONCE) {
            List<String> some = keys.subList(i, Math.min(keys.size(), i + READ_AT_ONCE));
            for (Document device : store.getAll(DevicesView.NAME, some).values()) {
                into.put(Equipment.of(device));
            }
        }
    }

    /** Catches up with what another process projected into the same read store; nothing to do where this one does. */
    public void refresh() {
        long seen = projections.position();
        if (!filled || position >= seen) {
            return;
        }
        lock.lock();
        try {
            if (!viewIsMadeAgain && missed == null && position < seen) {
                putTouched(index, position);
                position = seen;
            }
        } finally {
            lock.unlock();
        }
    }

    private EquipmentIndex ofEveryDocument() {
        EquipmentIndex fresh = new EquipmentIndex(store.counters(DevicesView.NAME).values().stream()
                .mapToLong(Long::longValue)
                .sum());
        store.scan(Selection.all(DevicesView.NAME), device -> fresh.put(Equipment.of(device)));
        return fresh;
    }

    @Override
    public void emptied(String view) {
        if (view.equals(DevicesView.NAME)) {
            lock.lock();
            try {
                viewIsMadeAgain = true;
            } finally {
                lock.unlock();
            }
        }
    }

    @Override
    public void committed(WriteBatch batch, long committed) {
        Map<String, Change> devices = batch.changes().getOrDefault(DevicesView.NAME, Map.of());
        lock.lock();
        try {
            if (viewIsMadeAgain) {
                if (committed < position) {
                    return;
                }
                viewIsMadeAgain = false;
                fillAside();
            }
            for (Change change : devices.values()) {
                if (change instanceof Change.Put put) {
                    Equipment equipment = Equipment.of(put.document());
                    index.put(equipment);
                    if (missed != null) {
                        missed.add(equipment);
                    }
                }
            }
            position = Math.max(position, committed);
        } finally {
            lock.unlock();
        }
    }

    /** Beside the projector: until it is filled, the index that stood still answers. */
    private void fillAside() {
        if (missed != null) {
            // The first filling still runs and may have read what was emptied; the next commit asks again.
            viewIsMadeAgain = true;
            return;
        }
        missed = new ArrayList<>();
        Thread thread = new Thread(() -> fill(Optional::empty), "equipment-index");
        thread.setDaemon(true);
        thread.start();
        filling = thread;
    }

    /** For tests: a filling that was begun aside is done. */
    void awaitFilled() throws InterruptedException {
        Thread thread = filling;
        if (thread != null) {
            thread.join();
        }
    }
}
